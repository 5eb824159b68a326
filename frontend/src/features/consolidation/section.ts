import type { SectionState } from "@/shared/ui/SectionProgress/SectionProgress";
import { type Fields, mergedIn, reviewedIn, textAt } from "./draft/fields";
import type { Section, SectionText } from "./report";

/** The texts of a section that say something; the others are nil. */
export function toldIn(section: Section): SectionText[] {
  return section.texts.filter((text) => !text.nil && text.text.trim() !== "");
}

/** What was done with one agency's text: merged, left out, or not yet looked at. */
export function doneWith(fields: Fields, code: string, report: string): "merged" | "skipped" | "open" {
  if (mergedIn(fields, code).some((source) => source.report_id === report)) return "merged";
  return reviewedIn(fields, code).includes(report) ? "skipped" : "open";
}

/** How many texts of a section were looked at. */
export function seenCount(section: Section, fields: Fields): number {
  return toldIn(section).filter((text) => doneWith(fields, section.code, text.report_id) !== "open").length;
}

/** Where work goes on: the first section with a text not looked at, else the first with any text, else the first. */
export function toOpen(sections: Section[], fields: Fields): Section | undefined {
  return (
    sections.find((one) => seenCount(one, fields) < toldIn(one).length) ??
    sections.find((one) => toldIn(one).length > 0) ??
    sections[0]
  );
}

/** How far a section is: every text seen, some, or none. */
export function stateOf(section: Section, fields: Fields): SectionState {
  const [seen, all] = [seenCount(section, fields), toldIn(section).length];
  const written = textAt(fields, `text/${section.code}`) !== "";
  if (seen === all && (written || all > 0)) return "done";
  return seen > 0 || written ? "doing" : "todo";
}
