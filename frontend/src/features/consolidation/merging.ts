import { type Fields, mergedIn, reviewedIn, textAt } from "./draft/fields";
import type { SectionText } from "./report";

/** A section with an agency's words as one more paragraph; a newer handing-in takes the place of an older among the sources. */
export function merged(now: Fields, code: string, text: SectionText, paragraph: string): Fields {
  const source = { report_id: text.report_id, revision: text.revision };
  const others = mergedIn(now, code).filter((one) => one.report_id !== text.report_id);
  const before = textAt(now, `text/${code}`).trimEnd();
  return {
    [`text/${code}`]: before === "" ? paragraph.trim() : `${before}\n${paragraph.trim()}`,
    [`merged/${code}`]: [...others, source],
    ...skipped(now, code, text),
  };
}

/** The way back from merging: that paragraph goes, whatever was written since stays; a paragraph edited since stays, too. */
export function unmerged(now: Fields, code: string, text: SectionText, paragraph: string): Fields {
  const lines = textAt(now, `text/${code}`).split("\n");
  const added = paragraph.trim().split("\n");
  const at = lastIndexOf(lines, added);
  if (at >= 0) lines.splice(at, added.length);
  return {
    [`text/${code}`]: lines.join("\n"),
    [`merged/${code}`]: mergedIn(now, code).filter((one) => one.report_id !== text.report_id),
    ...reopened(now, code, text),
  };
}

/** A section in which an agency's text counts as seen. */
export function skipped(now: Fields, code: string, text: SectionText): Fields {
  return { [`reviewed/${code}`]: [...new Set([...reviewedIn(now, code), text.report_id])] };
}

/** A section in which an agency's text is still to be looked at. */
export function reopened(now: Fields, code: string, text: SectionText): Fields {
  return { [`reviewed/${code}`]: reviewedIn(now, code).filter((report) => report !== text.report_id) };
}

function lastIndexOf(lines: string[], part: string[]): number {
  for (let at = lines.length - part.length; at >= 0; at--)
    if (part.every((line, n) => lines[at + n] === line)) return at;
  return -1;
}
