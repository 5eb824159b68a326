import { describe, expect, test } from "vitest";
import { caretAfter, english, readNumber, regroup, showNumber, vietnamese } from "./number";

describe("a typed number", () => {
  test.each([
    ["", { is: "blank" }],
    ["0", { is: "number", value: "0" }],
    ["007", { is: "number", value: "7" }],
    ["4680", { is: "number", value: "4680" }],
    ["4.680", { is: "number", value: "4680" }],
    ["1.250,5", { is: "number", value: "1250.5" }],
    ["2,50", { is: "number", value: "2.5" }],
    ["999.999.999.999.999,125", { is: "number", value: "999999999999999.125" }],
    ["1.000.000.000.000.000", { is: "wrong", why: "tooBig" }],
    ["0,1234", { is: "wrong", why: "tooPrecise" }],
    ["-1", { is: "wrong", why: "negative" }],
    ["4.6", { is: "wrong", why: "unclear" }],
    ["4.68", { is: "wrong", why: "unclear" }],
    ["46.80", { is: "wrong", why: "unclear" }],
    ["hơn 20", { is: "wrong", why: "unclear" }],
    ["2,", { is: "wrong", why: "unclear" }],
  ])("«%s»", (text, read) => {
    expect(readNumber(text, vietnamese)).toEqual(read);
  });
  test("in English the marks change places", () => {
    expect(readNumber("4,680.5", english)).toEqual({ is: "number", value: "4680.5" });
    expect(readNumber("4.680", english)).toEqual({ is: "number", value: "4.68" });
  });
});

/** Types sign by sign at the end, as a person does. */
function type(signs: string, from = ""): string {
  let text = from;
  for (const sign of signs) text = regroup(text, text + sign, vietnamese);
  return text;
}

describe("while it is typed", () => {
  test("digits are grouped", () => {
    expect(type("4")).toBe("4");
    expect(type("4680")).toBe("4.680");
    expect(type("1234567")).toBe("1.234.567");
    expect(type("1234567,25")).toBe("1.234.567,25");
  });
  test("a point typed by a person stays until the number is well formed", () => {
    expect(type("4.")).toBe("4.");
    expect(type("4.6")).toBe("4.6");
    expect(type("4.680")).toBe("4.680");
    expect(type("4.6801")).toBe("46.801");
  });
  test("taking a digit away groups anew", () => {
    expect(regroup("4.680", "4.68", vietnamese)).toBe("468");
    expect(regroup("1.234.567", "1.24.567", vietnamese)).toBe("124.567");
  });
  test("what is pasted with points is understood", () => {
    expect(regroup("", "1.234.567", vietnamese)).toBe("1.234.567");
    expect(readNumber(regroup("", "1.234.567", vietnamese), vietnamese)).toEqual({
      is: "number",
      value: "1234567",
    });
  });
  test("the caret keeps its place among the digits", () => {
    expect(caretAfter("12345", 2, "12.345", vietnamese)).toBe(2);
    expect(caretAfter("12345", 5, "12.345", vietnamese)).toBe(6);
    expect(caretAfter("1.24.567", 3, "124.567", vietnamese)).toBe(2);
  });
});

test("an exact decimal is shown in the marks of the language", () => {
  expect(showNumber("1250.5", vietnamese)).toBe("1.250,5");
  expect(showNumber("1250.5", english)).toBe("1,250.5");
});
