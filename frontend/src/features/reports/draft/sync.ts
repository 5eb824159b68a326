import { type Problem, problemOf } from "@/shared/api/problem";
import { newIdempotencyKey } from "@/shared/api/version";
import { type Change, same, type Step } from "@/shared/drafts/draft";
import { catchUp, save, wrongPlaces } from "@/shared/drafts/save";
import { isAway } from "@/shared/outbox";
import { submitReport } from "../calls";
import { isEditable, type Report } from "../report";
import { counted, type Draft, placeAt, saysTheSame, sendable, withTheirs } from "./draft";
import { contentOf, type Fields, fieldsOf, sentOf } from "./fields";
import { patchOf } from "./merge";

/** Sends what is next: the handing-in, else what was written. Tells through `change` what came of it. */
export function sendNext(draft: Draft, change: Change<Draft>): Promise<Step> {
  return draft.handIn === null ? saveWritten(draft, change) : handIn(draft, change);
}

/** Whether there is something that the office would take now. */
export function hasNext(draft: Draft): boolean {
  if (draft.conflicts.length > 0 || draft.refused !== null) return false;
  return draft.handIn !== null || sendable(draft).length > 0;
}

function saveWritten(draft: Draft, change: Change<Draft>): Promise<Step> {
  const { fields, report } = draft;
  const places = sendable(draft);
  const taken = (now: Draft, answer: Report) => takenIn(now, fields, places, answer);
  return save(draft, patchOf(fields, report.sections, places), { withTheirs, taken, placeAt }, change);
}

/** The office took what was sent. What was typed since stays; where the office wrote it otherwise (NFC), its writing counts. */
function takenIn(now: Draft, sent: Fields, places: string[], answer: Report): Draft {
  const [theirs, ours] = [fieldsOf(answer), sentOf(sent, answer.sections)];
  const theirsSent = sentOf(theirs, answer.sections);
  const fields = { ...now.fields };
  for (const name of places)
    if (same(now.fields[name], sent[name]) && !same(theirsSent[name], ours[name]))
      fields[name] = theirs[name] ?? null;
  return counted({ ...now, report: answer, fields });
}

async function handIn(draft: Draft, change: Change<Draft>): Promise<Step> {
  const { report, handIn: wanted } = draft;
  if (wanted === null) return "done";
  try {
    const answer = await submitReport(report.id, wanted);
    change((now) => counted({ ...now, report: answer, handIn: null, refused: null, wrong: {} }));
    return "more";
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (isAway(problem)) return "away";
    if (problem.status === 412 || problem.status === 409) return again(draft, problem, change);
    const wrong = wrongPlaces(problem, placeAt);
    const found = Object.keys(wrong).length > 0;
    change((now) => ({ ...now, handIn: null, wrong, refused: found ? null : problem }));
    return "done";
  }
}

/**
 * The report changed since handing in was decided. When it still says what was read then, it goes in as decided; when a
 * colleague wrote in it, it must be looked through again first.
 */
async function again(draft: Draft, why: Problem, change: Change<Draft>): Promise<Step> {
  const step = await catchUp(draft.report, why, { withTheirs }, change);
  if (step === "done") change((now) => ({ ...now, handIn: null }));
  if (step !== "more") return step;
  change((now) => {
    if (now.handIn === null || !isEditable(now.report)) return { ...now, handIn: null };
    const unchanged = saysTheSame(draft.report, now.report) && now.conflicts.length === 0;
    if (!unchanged) return { ...now, handIn: null, recheck: true };
    const content = contentOf(now.fields, now.report.sections);
    return { ...now, handIn: { key: newIdempotencyKey(), version: now.report.version, content } };
  });
  return "more";
}
