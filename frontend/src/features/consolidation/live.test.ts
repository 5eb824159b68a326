import { expect, test } from "vitest";
import { hasPlaces, piecesOf, placeFor, sumText } from "./live";
import type { Indicator, Section } from "./report";

const exact = { qualifier: "" as const, qualifier2: "" as const };

function indicator(code: string, unit: string[], total: Indicator["total"]): Indicator {
  return {
    definition: { code, name: code, unit, kind: "flow", over_agencies: "sum", over_time: "sum" },
    total,
    nil: false,
    reporting: 2,
    parts: [],
    blank: [],
  };
}

const broadcasts = indicator("9.1", ["buổi"], { value: "4586", value2: null, ...exact });
const talks = indicator("9.7", ["cuộc", "lượt người"], {
  value: "286",
  value2: "19400",
  qualifier: "",
  qualifier2: "more_than",
});
const sections = [{ indicators: [broadcasts, talks] }] as Section[];

test("a place in the text becomes the indicator's sum, both numbers of a pair each by itself", () => {
  expect(piecesOf("Phát {9.1} buổi, {9.7#2} lượt người.", sections)).toEqual([
    { text: "Phát " },
    { indicator: broadcasts, at: 0 },
    { text: " buổi, " },
    { indicator: talks, at: 1 },
    { text: " lượt người." },
  ]);
});

test("what names no indicator, or a second number that there is not, stays as it was typed", () => {
  expect(piecesOf("{8.8} và {9.1#2}", sections)).toEqual([{ text: "{8.8} và {9.1#2}" }]);
  expect(piecesOf("", sections)).toEqual([]);
});

test("what is inserted reads as a sentence with its units", () => {
  expect(placeFor(broadcasts)).toBe("{9.1} buổi");
  expect(placeFor(talks)).toBe("{9.7} cuộc, {9.7#2} lượt người");
  expect(hasPlaces(placeFor(talks))).toBe(true);
  expect(hasPlaces("không có")).toBe(false);
});

test("a sum keeps its «hơn»", () => {
  expect(sumText(talks, 1)).toBe("hơn 19.400");
  expect(sumText(broadcasts, 1)).toBeUndefined();
  expect(sumText(indicator("9.9", [], null), 0)).toBeUndefined();
});
