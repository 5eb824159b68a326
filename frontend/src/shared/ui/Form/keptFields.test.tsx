import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { TextField } from "../Fields/TextField";
import { useKeptFields } from "./keptFields";

const me = person("commune", []);

function Note({ about = "1" }: { about?: string }) {
  const fields = useKeptFields(`progress/${about}`, { text: "", result: "" });
  return (
    <>
      <TextField {...fields.bind("text")} label="Việc đã làm" />
      <TextField {...fields.bind("result")} label="Kết quả" />
      <p>{fields.kept ? "đã lưu trên máy" : "chưa lưu"}</p>
      <button type="button" onClick={fields.forget}>
        Xong
      </button>
    </>
  );
}

const text = () => screen.getByRole("textbox", { name: "Việc đã làm" });

test("what was typed is there again after the tab was closed, for the same account alone", async () => {
  const first = show(<Note />, { me });
  await userEvent.type(text(), "Phát 12 chuyên đề");
  await screen.findByText("đã lưu trên máy");
  first.unmount();

  const other = show(<Note />, { me: { ...me, account: { ...me.account, id: "another" } } });
  expect(text()).toHaveValue("");
  other.unmount();

  show(<Note />, { me });
  await waitFor(() => expect(text()).toHaveValue("Phát 12 chuyên đề"));
  await userEvent.click(screen.getByRole("button", { name: "Xong" }));
  expect(text()).toHaveValue("");
});

test("the last letter is kept when the page is left right after it", async () => {
  const first = show(<Note about="2" />, { me });
  await userEvent.type(text(), "Phát 12 chuyên đề");
  await screen.findByText("đã lưu trên máy");
  fireEvent.change(text(), { target: { value: "Phát 12 chuyên đề." } });
  first.unmount();
  show(<Note about="2" />, { me });
  await waitFor(() => expect(text()).toHaveValue("Phát 12 chuyên đề."));
});

test("what is typed before the device has answered joins what lay there", async () => {
  const first = show(<Note about="3" />, { me });
  await userEvent.type(text(), "Đêm thơ");
  await screen.findByText("đã lưu trên máy");
  first.unmount();
  const second = show(<Note about="3" />, { me });
  fireEvent.change(screen.getByRole("textbox", { name: "Kết quả" }), { target: { value: "200 người" } });
  await waitFor(() => expect(text()).toHaveValue("Đêm thơ"));
  expect(screen.getByRole("textbox", { name: "Kết quả" })).toHaveValue("200 người");
  second.unmount();
  show(<Note about="3" />, { me });
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Kết quả" })).toHaveValue("200 người"));
});

test("a form that turns to another thing holds nothing of the former", async () => {
  function Two() {
    const [about, setAbout] = useState("4");
    return (
      <>
        <Note about={about} />
        <button type="button" onClick={() => setAbout("5")}>
          Việc sau
        </button>
      </>
    );
  }
  const first = show(<Two />, { me });
  await userEvent.type(text(), "Của việc trước");
  await userEvent.click(screen.getByRole("button", { name: "Việc sau" }));
  expect(text()).toHaveValue("");
  await userEvent.type(text(), "Của việc sau");
  await screen.findByText("đã lưu trên máy");
  first.unmount();
  show(<Note about="4" />, { me });
  await waitFor(() => expect(text()).toHaveValue("Của việc trước"));
});
