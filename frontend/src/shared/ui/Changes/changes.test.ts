import { expect, test } from "vitest";
import { wordChanges } from "./changes";

test("only what changed is marked, word by word", () => {
  expect(wordChanges("Phát 363 buổi trên đài xã.", "Phát 336 buổi trên đài truyền thanh xã.")).toEqual([
    { is: "same", text: "Phát" },
    { is: "old", text: " 363" },
    { is: "new", text: " 336" },
    { is: "same", text: " buổi trên đài" },
    { is: "new", text: " truyền thanh" },
    { is: "same", text: " xã." },
  ]);
});

test("equal texts have no change, an empty one is all new", () => {
  expect(wordChanges("Như trước.", "Như trước.")).toEqual([{ is: "same", text: "Như trước." }]);
  expect(wordChanges("", "Mới")).toEqual([{ is: "new", text: "Mới" }]);
  expect(wordChanges("", "")).toEqual([]);
});

test("very long texts stand beside each other whole", () => {
  const long = "chữ ".repeat(1600);
  expect(wordChanges(long, `${long}thêm`).map((piece) => piece.is)).toEqual(["old", "new"]);
});
