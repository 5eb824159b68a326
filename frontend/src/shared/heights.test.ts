import { expect, test } from "vitest";
import { Heights } from "./heights";

test("where a row stands follows from what was measured, and the other way round", () => {
  const heights = new Heights(3000, 50);
  expect(heights.top(3000)).toBe(150_000);
  expect(
    heights.measured([
      [0, 34],
      [1, 36],
      [2, 36],
      [3, 36],
    ]),
  ).toBe(true);
  expect(heights.top(3000)).toBe(34 + 2999 * 36);
  expect(heights.at(heights.top(1234))).toBe(1234);
  expect(heights.at(heights.top(1234) + 35)).toBe(1234);
  expect(heights.measured([[1200, 500]])).toBe(true);
  expect(heights.at(heights.top(1234))).toBe(1234);
  expect(heights.at(heights.top(1200) + 499)).toBe(1200);
  expect(heights.measured([[1200, 500]])).toBe(false);
  expect(heights.measured([[1200, 36]])).toBe(true);
  expect(heights.top(3000)).toBe(34 + 2999 * 36);
});

test("beyond both ends stand the first and the last", () => {
  const heights = new Heights(10, 50);
  expect(heights.at(-100)).toBe(0);
  expect(heights.at(10_000)).toBe(9);
});
