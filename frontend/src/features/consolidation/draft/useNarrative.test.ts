import { expect, test } from "vitest";
import { report } from "@/testing/office";
import { begun, opened } from "./narrative";
import { saveStateOf } from "./useNarrative";

test("what the device could not keep is not said to lie on it", () => {
  const written = opened(begun(report({ kind: "consolidated", content: { sections: {} } })));
  expect(saveStateOf(written, 1)).toEqual({ is: "kept" });
  expect(saveStateOf({ ...written, unkept: true }, 1)).toMatchObject({
    is: "refused",
    why: expect.stringContaining("không lưu được bản nháp") as string,
  });
});
