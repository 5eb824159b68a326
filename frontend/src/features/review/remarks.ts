import type { Day } from "@/shared/format";
import type { Remark, Section } from "./report";

/** What the reviewer is writing before a report goes back: remarks by place, a note of the whole, and until when. */
export interface Returning {
  /** By place: `9` is a section, `9/9.1` one of its figures. */
  remarks: Record<string, string>;
  note: string;
  /** The report should be there again before this day; blank: none. */
  before: Day;
}

/** Nothing said yet. */
export const nothing: Returning = { remarks: {}, note: "", before: "" };

/** The place of a remark among the reviewer's. */
export function placeOf(section: string, indicator: string | null): string {
  return indicator === null ? section : `${section}/${indicator}`;
}

/** The remarks in the order of the report, without the blank ones. */
export function remarksOf(returning: Returning, sections: Section[]): Remark[] {
  return sections.flatMap((section) =>
    [null, ...section.indicators.map((indicator) => indicator.code)].flatMap((indicator) => {
      const text = (returning.remarks[placeOf(section.code, indicator)] ?? "").trim();
      return text === "" ? [] : [{ section: section.code, indicator, text }];
    }),
  );
}
