import { expect, test } from "vitest";
import { folded } from "./folded";

test("search folds case, tone and đ", () => {
  expect(folded("Đức Phổ")).toBe("duc pho");
  expect(folded("ỦY BAN")).toBe("uy ban");
});
