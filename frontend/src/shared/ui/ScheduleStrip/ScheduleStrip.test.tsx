import { expect, test } from "vitest";
import { quartersOf } from "./quarters";

test.each([
  ["Quý II, III", "2024-04-01", "2024-09-30", [2, 3]],
  ["the whole year", "2024-01-01", "2024-12-31", [1, 2, 3, 4]],
  ["before a day", null, "2024-11-09", [1, 2, 3, 4]],
  ["from a day on", "2024-11-10", null, [4]],
  ["one day", "2024-06-30", "2024-06-30", [2]],
  ["over the year's end", "2023-12-01", "2024-02-01", [1]],
  ["not said", null, null, []],
])("%s", (_, from, to, quarters) => {
  expect(quartersOf(2024, from, to)).toEqual(quarters);
});
