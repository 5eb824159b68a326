import { expect, test } from "vitest";
import type { Section, SectionText } from "./report";
import { toOpen } from "./section";

function section(code: string, ...texts: string[]): Section {
  return {
    code,
    title: code,
    task_ordinal: null,
    owing: 3,
    accepted: texts.length,
    without: [],
    indicators: [],
    texts: texts.map(
      (text, at): SectionText => ({
        agency: text,
        agency_id: `${code}.${at}`,
        report_id: `${code}.${at}`,
        revision: 1,
        text,
        nil: text === "",
      }),
    ),
  };
}

const sections = [
  section("1"),
  section("2", ""),
  section("3", "Phát 312 buổi."),
  section("4", "Đăng 5 tin."),
];

test("work goes on at the first section with a text that was not looked at", () => {
  expect(toOpen(sections, {})?.code).toBe("3");
  expect(toOpen(sections, { "reviewed/3": ["3.0"] })?.code).toBe("4");
});

test("once all is looked at, the first section with a text opens", () => {
  expect(toOpen(sections, { "reviewed/3": ["3.0"], "reviewed/4": ["4.0"] })?.code).toBe("3");
});

test("without any text the first section opens", () => {
  expect(toOpen(sections.slice(0, 2), {})?.code).toBe("1");
  expect(toOpen([], {})).toBeUndefined();
});
