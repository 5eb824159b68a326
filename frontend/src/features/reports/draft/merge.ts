import { same } from "@/shared/drafts/draft";
import type { Report, Section } from "../report";
import { type Fields, fieldsOf, place, type Sent, sentOf, type Written } from "./fields";

/** One place that was changed here and, otherwise, by someone else. */
export interface Conflict {
  place: string;
  mine: Written;
  theirs: Written;
}

/** The places that differ between what the office has and what is written here. */
export function changedPlaces(report: Report, fields: Fields): string[] {
  const theirs = sentOf(fieldsOf(report), report.sections);
  const mine = sentOf(fields, report.sections);
  return Object.keys(mine).filter((name) => !same(mine[name], theirs[name]));
}

/** The merge patch that brings these places to the office. */
export function patchOf(fields: Fields, sections: Section[], names: string[]): Record<string, unknown> {
  const sent = sentOf(fields, sections);
  const patch: Record<string, unknown> = {};
  for (const name of names) put(patch, memberOf(name), memberValue(name, sent[name] ?? null));
  return patch;
}

/** Where a place lies in the body: `section/9/value/9.1` is content, sections, 9, values, 9.1. */
function memberOf(name: string): string[] {
  const [head = "", code = "", member = "", indicator] = name.split("/");
  if (head === "section")
    return indicator === undefined
      ? ["content", "sections", code, member]
      : ["content", "sections", code, "values", indicator];
  return name.split("/");
}

function memberValue(name: string, value: Sent): Sent {
  return name === place.number && value === "" ? null : value;
}

function put(into: Record<string, unknown>, path: string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    into[first] = value;
    return;
  }
  const inner = (into[first] ?? {}) as Record<string, unknown>;
  into[first] = inner;
  put(inner, rest, value);
}

/**
 * Brings together what was written here since `base` and what the office has now. Where only one side changed a place, that
 * side counts; where both did and differ, the place keeps what is written here and stands among the conflicts.
 */
export function merge(base: Report, mine: Fields, theirs: Report): { fields: Fields; conflicts: Conflict[] } {
  const [was, now] = [fieldsOf(base), fieldsOf(theirs)];
  const [wasSent, nowSent] = [sentOf(was, base.sections), sentOf(now, theirs.sections)];
  const mineSent = sentOf(mine, base.sections);
  const fields: Fields = {};
  const conflicts: Conflict[] = [];
  const clash = nilClashes(theirs.sections, wasSent, mineSent, nowSent);
  for (const name of Object.keys(now)) {
    const [here, there] = [mine[name] ?? null, now[name] ?? null];
    const theyChanged = !same(nowSent[name], wasSent[name]);
    const weChanged = name in mine && !same(here, was[name] ?? null);
    fields[name] = !theyChanged && name in mine ? here : weChanged ? here : there;
    const differ = theyChanged && weChanged && !same(mineSent[name], nowSent[name]);
    if (differ || clash.has(name)) conflicts.push({ place: name, mine: here, theirs: there });
  }
  return { fields, conflicts };
}

/** «Không phát sinh» said on one side for a section in which the other side gave a figure. */
function nilClashes(
  sections: Section[],
  was: Record<string, Sent>,
  mine: Record<string, Sent>,
  theirs: Record<string, Sent>,
): Set<string> {
  const clashes = new Set<string>();
  for (const { code, indicators } of sections) {
    const nil = place.nil(code);
    const figures = indicators.map((indicator) => place.answer(code, indicator.code));
    const gave = (side: Record<string, Sent>) =>
      figures.some((name) => (side[name] ?? null) !== null && !same(side[name], was[name]));
    const said = (side: Record<string, Sent>) => side[nil] === true && was[nil] !== true;
    if ((said(mine) && gave(theirs)) || (said(theirs) && gave(mine))) clashes.add(nil);
  }
  return clashes;
}
