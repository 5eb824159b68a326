import { type Part, parts, type Report, type Source } from "../report";

/**
 * Everything that can be written in a consolidated report, each thing under its place: `direction` and the other parts of
 * narrative, and for a section `text/9`, `merged/9` (what went into it) and `reviewed/9` (the reports whose text was seen).
 */
export interface Fields {
  [place: string]: string | string[] | Source[] | undefined;
}

/** Writes into a narrative: places, or what they become from how they stand by then. */
export type Write = (change: Fields | ((now: Fields) => Fields)) => void;

/** What the server's report says, place by place; what is blank there is left out. */
export function fieldsOf({ content }: Report): Fields {
  const fields: Fields = {};
  for (const part of parts) if ((content[part] ?? "") !== "") fields[part] = content[part];
  for (const [code, entry] of Object.entries(content.sections)) {
    if (entry === undefined) continue;
    if (entry.text !== "") fields[`text/${code}`] = entry.text;
    if ((entry.merged ?? []).length > 0) fields[`merged/${code}`] = entry.merged;
    if ((entry.reviewed ?? []).length > 0) fields[`reviewed/${code}`] = entry.reviewed;
  }
  return fields;
}

/** The places that differ. */
export function changed(before: Fields, after: Fields): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (place) => !same(before[place], after[place]),
  );
}

/** Whether two places say the same; blank and left out are one. */
export function same(a: Fields[string], b: Fields[string]): boolean {
  return JSON.stringify(blankOut(a)) === JSON.stringify(blankOut(b));
}

function blankOut(value: Fields[string]): Fields[string] {
  return value === undefined || value.length === 0 ? undefined : value;
}

/** The merge patch of the content that brings these places to the server. */
export function patchOf(fields: Fields, places: string[]): object {
  const patch: Record<string, unknown> = {};
  const sections: Record<string, Record<string, unknown>> = {};
  for (const place of places) {
    const [member = "", code] = place.split("/");
    if (code === undefined) patch[member] = fields[place] ?? "";
    else (sections[code] ??= {})[member] = fields[place] ?? (member === "text" ? "" : []);
  }
  if (Object.keys(sections).length > 0) patch.sections = sections;
  return patch;
}

/** The words at a place. */
export function textAt(fields: Fields, place: string): string {
  const value = fields[place];
  return typeof value === "string" ? value : "";
}

/** What went into a section's text, each as it stood then. */
export function mergedIn(fields: Fields, code: string): Source[] {
  const value = fields[`merged/${code}`];
  return Array.isArray(value) ? (value as Source[]) : [];
}

/** The reports whose text of this section was seen. */
export function reviewedIn(fields: Fields, code: string): string[] {
  const value = fields[`reviewed/${code}`];
  return Array.isArray(value) ? (value as string[]) : [];
}

/** Whether a place is a part of narrative around the sections. */
export function isPart(name: string): name is Part {
  return (parts as readonly string[]).includes(name);
}
