import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { TextField } from "../Fields/TextField";
import { useKeptFields } from "./keptFields";

function Note() {
  const fields = useKeptFields("progress/1", { text: "" });
  return (
    <>
      <TextField {...fields.bind("text")} label="Kết quả" />
      <p>{fields.kept ? "đã lưu trên máy" : "chưa lưu"}</p>
      <button type="button" onClick={fields.forget}>
        Xong
      </button>
    </>
  );
}

test("what was typed is there again after the tab was closed, for the same account alone", async () => {
  const me = person("commune", []);
  const first = show(<Note />, { me });
  await userEvent.type(screen.getByRole("textbox"), "Phát 12 chuyên đề");
  await screen.findByText("đã lưu trên máy");
  first.unmount();

  const other = show(<Note />, { me: { ...me, account: { ...me.account, id: "another" } } });
  expect(screen.getByRole("textbox")).toHaveValue("");
  other.unmount();

  show(<Note />, { me });
  await waitFor(() => expect(screen.getByRole("textbox")).toHaveValue("Phát 12 chuyên đề"));
  await userEvent.click(screen.getByRole("button", { name: "Xong" }));
  expect(screen.getByRole("textbox")).toHaveValue("");
});
