import { type AnyDraft, type Meeting, same } from "@/shared/drafts/draft";
import type { HandingIn } from "../calls";
import { isEditable, type Report } from "../report";
import { answerIn, type Fields, fieldsOf, place, type Written } from "./fields";
import { type Conflict, changedPlaces, merge } from "./merge";

/** A report's draft on this device: what the office has, what is written here, and how far that is on its way. */
export interface Draft extends AnyDraft {
  report: Report;
  fields: Fields;
  /** The places that the office does not have yet. */
  unsent: string[];
  conflicts: Conflict[];
  /** Set while the report waits to be handed in. */
  handIn: HandingIn | null;
  /** Someone changed the report while it waited to be handed in: it must be looked through again. */
  recheck: boolean;
}

/** A draft as it is kept on the device. */
export interface KeptDraft {
  report: Report;
  fields: Fields;
  conflicts: Conflict[];
  handIn: HandingIn | null;
}

/** The draft of a report in which nothing was written yet. */
export function begun(report: Report): KeptDraft {
  return { report, fields: fieldsOf(report), conflicts: [], handIn: null };
}

/** What of a draft is kept on the device. */
export function keptOf({ report, fields, conflicts, handIn }: Draft): KeptDraft {
  return { report, fields, conflicts, handIn };
}

/** The draft of a report as it was kept here, or as the office has it. */
export function newDraft(kept: KeptDraft): Draft {
  return counted({
    ...kept,
    unsent: [],
    sending: false,
    unkept: false,
    refused: null,
    wrong: {},
    recheck: false,
  });
}

/** The draft with its unsent places counted anew. */
export function counted(draft: Draft): Draft {
  return { ...draft, unsent: changedPlaces(draft.report, draft.fields) };
}

/** Whether nothing on this device is missing at the office. */
export function isSettled(draft: Draft): boolean {
  const { unsent, conflicts, handIn } = draft;
  return unsent.length === 0 && conflicts.length === 0 && handIn === null && !holdsFigures(draft);
}

/** Whether figures stand here that are not sent as they stand: no numbers yet, or in a section that is nil as a whole. */
function holdsFigures({ report, fields }: Draft): boolean {
  if (!isEditable(report)) return false;
  const theirs = fieldsOf(report);
  return report.sections.some(({ code, indicators }) =>
    indicators.some((indicator) => {
      const [here, there] = [fields, theirs].map((side) => answerIn(side, code, indicator).quantities);
      return !same(here, there);
    }),
  );
}

/** The places that the office takes now: of a report handed in only number, date and signature. */
export function sendable({ report, unsent, wrong }: Draft): string[] {
  const open = unsent.filter((name) => wrong[name] === undefined);
  if (isEditable(report)) return open;
  return report.allowed_actions.includes("sign") ? open.filter((name) => !isContent(name)) : [];
}

/** Whether what is written here came too late: the report was handed in elsewhere. */
export function isTooLate({ report, unsent }: Draft): boolean {
  return !isEditable(report) && unsent.some(isContent);
}

function isContent(name: string): boolean {
  return name.startsWith("section/");
}

/** The draft after the office's newer report was brought into it. */
export function withTheirs(draft: Draft, theirs: Report): Draft {
  const { fields, conflicts } = merge(draft.report, draft.fields, theirs);
  const earlier = draft.conflicts.filter((old) => !conflicts.some((c) => c.place === old.place));
  return counted({ ...draft, report: theirs, fields, conflicts: [...earlier, ...conflicts] });
}

/** The draft after a choice was made for every place that two had changed. */
export function settled(draft: Draft, chosen: Record<string, Written>): Draft {
  return counted({ ...draft, fields: { ...draft.fields, ...chosen }, conflicts: [] });
}

/** The draft after writing; what was refused in these places is forgotten. */
export function written(draft: Draft, changes: Fields): Draft {
  const wrong = Object.fromEntries(Object.entries(draft.wrong).filter(([name]) => !(name in changes)));
  return counted({ ...draft, fields: { ...draft.fields, ...changes }, wrong, refused: null });
}

/** What two tabs wrote differently in a place: one chooses. */
export function meet(name: string, mine: unknown, theirs: unknown): Meeting<Draft> {
  const conflict = { place: name, mine: mine as Written, theirs: theirs as Written };
  return { stands: mine, conflict };
}

/** The place that a JSON pointer into the body speaks of. */
export function placeAt(pointer: string): string | null {
  const [, first, second, code, member, indicator] = pointer.split("/");
  if (first === "number") return place.number;
  if (first === "dated_on") return place.datedOn;
  if (first === "signature") return second === "name" ? place.name : place.lines;
  if (first !== "content" || second !== "sections" || code === undefined) return null;
  if (member === "values" && indicator !== undefined) return place.answer(code, indicator);
  return member === "nil" ? place.nil(code) : place.text(code);
}

/** Whether two versions of a report say the same, whatever else changed. */
export function saysTheSame(a: Report, b: Report): boolean {
  return same(a.content, b.content);
}
