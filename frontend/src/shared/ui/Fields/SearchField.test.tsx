import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense, use, useDeferredValue, useState } from "react";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/render";
import { SearchField } from "./SearchField";

const slow = new Map<string, Promise<string>>();
function found(q: string): Promise<string> {
  const asked = slow.get(q) ?? new Promise((done) => setTimeout(() => done(`có «${q}»`), q === "" ? 0 : 400));
  slow.set(q, asked);
  return asked;
}

/** A list whose address follows late and which suspends for every search. */
function List({ onSearch }: { onSearch: (q: string) => void }) {
  const [q, setQ] = useState("");
  const words = use(found(useDeferredValue(q)));
  const search = (next: string) => {
    onSearch(next);
    setTimeout(() => setQ(next), 50);
  };
  return (
    <>
      <SearchField label="Tìm" value={q} onSearch={search} />
      <button type="button" onClick={() => setQ("chau")}>
        Phổ Châu
      </button>
      <p>{words}</p>
    </>
  );
}

test("no letter is lost while the list is read, and what comes from elsewhere is shown", async () => {
  const onSearch = vi.fn();
  await act(async () => {
    show(
      <Suspense fallback={<p>…</p>}>
        <List onSearch={onSearch} />
      </Suspense>,
    );
    await found("");
  });
  const field = await screen.findByRole("searchbox", { name: "Tìm" });
  await userEvent.setup({ delay: 120 }).type(field, "phoan");
  expect(field).toHaveValue("phoan");
  expect(await screen.findByText("có «phoan»")).toBeInTheDocument();
  expect(screen.getByRole("searchbox")).toBe(field);
  expect(field).toHaveFocus();
  expect(field).toHaveValue("phoan");
  expect(onSearch).toHaveBeenLastCalledWith("phoan");
  await userEvent.click(screen.getByRole("button", { name: "Phổ Châu" }));
  expect(field).toHaveValue("chau");
});
