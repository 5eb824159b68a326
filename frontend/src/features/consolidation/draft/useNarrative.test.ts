import { expect, test } from "vitest";
import { report } from "@/testing/office";
import { begun, opened } from "./narrative";
import { saveStateOf } from "./useNarrative";

const today = "2024-11-09";

test("what was saved on another day says which", () => {
  const saved = opened(begun(report({ kind: "consolidated", updated_at: "2024-11-08T16:42:00+07:00" })));
  expect(saveStateOf(saved, 0, today)).toMatchObject({ words: "Tự lưu lúc 16:42, 08/11/2024" });
  expect(saveStateOf(saved, 0, "2024-11-08")).toMatchObject({ words: "Tự lưu lúc 16:42" });
});

test("what the device could not keep is not said to lie on it", () => {
  const written = opened(begun(report({ kind: "consolidated", content: { sections: {} } })));
  expect(saveStateOf(written, 1, today)).toEqual({ is: "kept" });
  expect(saveStateOf({ ...written, unkept: true }, 1, today)).toMatchObject({
    is: "refused",
    why: expect.stringContaining("không lưu được bản nháp") as string,
  });
});
