import type { AnyDraft, Change, Step } from "@/shared/drafts/draft";
import { save } from "@/shared/drafts/save";
import type { Report } from "../report";
import { changed, type Fields, fieldsOf, isPart, patchOf, same } from "./fields";
import { type Conflict, merge } from "./merge";

/** The narrative as it stands here: what the server has, what is written, and how far that is on its way. */
export interface Narrative extends AnyDraft {
  report: Report;
  fields: Fields;
  conflicts: Conflict[];
}

/** A narrative as it is kept on the device. */
export type KeptNarrative = Pick<Narrative, "report" | "fields" | "conflicts">;

/** The narrative in which nothing was written yet. */
export function begun(report: Report): KeptNarrative {
  return { report, fields: fieldsOf(report), conflicts: [] };
}

/** The narrative as it was kept here, or as the server has it. */
export function opened(kept: KeptNarrative): Narrative {
  return { ...kept, sending: false, unkept: false, refused: null, wrong: {} };
}

/** What of a narrative is kept on the device. */
export function keptOf({ report, fields, conflicts }: Narrative): KeptNarrative {
  return { report, fields, conflicts };
}

/** The places that the server does not have yet. */
export function waitingIn({ report, fields }: Narrative): string[] {
  return changed(fieldsOf(report), fields);
}

/** Whether nothing on this device is missing at the server. */
export function isSettled(narrative: Narrative): boolean {
  return narrative.conflicts.length === 0 && waitingIn(narrative).length === 0;
}

/** The narrative after writing; what was refused in these places is forgotten. */
export function written(narrative: Narrative, changes: Fields): Narrative {
  const wrong = Object.fromEntries(Object.entries(narrative.wrong).filter(([place]) => !(place in changes)));
  return { ...narrative, fields: { ...narrative.fields, ...changes }, wrong, refused: null };
}

/** The narrative after one text that two had changed was settled. */
export function settled(narrative: Narrative, place: string, text: string): Narrative {
  const conflicts = narrative.conflicts.filter((conflict) => conflict.place !== place);
  return { ...written(narrative, { [place]: text }), conflicts };
}

/** The narrative after the server's newer report was brought into it. */
export function withTheirs(narrative: Narrative, report: Report): Narrative {
  const base = fieldsOf(narrative.report);
  const { fields, conflicts } = merge(base, narrative.fields, fieldsOf(report));
  const open = narrative.conflicts.filter((one) => conflicts.every((two) => two.place !== one.place));
  return { ...narrative, report, fields, conflicts: [...open, ...conflicts] };
}

/** Whether there is something that the server would take now. */
export function hasNext(narrative: Narrative): boolean {
  return narrative.refused === null && sendable(narrative).length > 0;
}

/** Sends what is written and neither disputed nor refused. */
export function sendNext(narrative: Narrative, change: Change<Narrative>): Promise<Step> {
  const { fields } = narrative;
  const places = sendable(narrative);
  const taken = (now: Narrative, answer: Report) => takenIn(now, fields, places, answer);
  return save(narrative, { content: patchOf(fields, places) }, { withTheirs, taken, placeAt }, change);
}

function sendable(narrative: Narrative): string[] {
  const { report, conflicts, wrong } = narrative;
  if (!report.allowed_actions.includes("edit")) return [];
  const held = new Set([...conflicts.map((conflict) => conflict.place), ...Object.keys(wrong)]);
  return waitingIn(narrative).filter((place) => !held.has(place));
}

/** The server took what was sent. What was not, or typed since, stays; where it wrote otherwise (NFC), its writing counts. */
function takenIn(now: Narrative, sent: Fields, places: string[], report: Report): Narrative {
  const fields = fieldsOf(report);
  for (const place of waitingIn(now))
    if (!places.includes(place) || !same(sent[place], now.fields[place])) fields[place] = now.fields[place];
  return { ...now, report, fields };
}

/** The place that a JSON pointer into the body speaks of. */
function placeAt(pointer: string): string | null {
  const [, content, member = "", code, inner] = pointer.split("/");
  if (content !== "content") return null;
  if (member === "sections" && code !== undefined) return `${inner ?? "text"}/${code}`;
  return isPart(member) ? member : null;
}
