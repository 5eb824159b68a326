import { expect, test } from "vitest";
import { readDay } from "./date";

test.each([
  ["", { is: "blank" }],
  ["09/11/2024", { is: "day", day: "2024-11-09" }],
  ["9/11/2024", { is: "day", day: "2024-11-09" }],
  ["09-11-2024", { is: "day", day: "2024-11-09" }],
  ["09112024", { is: "day", day: "2024-11-09" }],
  ["29/02/2024", { is: "day", day: "2024-02-29" }],
  ["31/02/2024", { is: "wrong" }],
  ["29/02/2023", { is: "wrong" }],
  ["11/13/2024", { is: "wrong" }],
  ["09/11/24", { is: "wrong" }],
  ["mai", { is: "wrong" }],
])("«%s»", (text, read) => {
  expect(readDay(text)).toEqual(read);
});
