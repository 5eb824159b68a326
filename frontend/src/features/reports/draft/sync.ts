import { problemOf } from "@/shared/api/problem";
import { isAway } from "@/shared/outbox";
import { newIdempotencyKey } from "@/shared/api/version";
import { readReport, saveReport, submitReport } from "../calls";
import { isEditable, type Report } from "../report";
import { counted, type Draft, saysTheSame, sendable, withTheirs, wrongPlaces } from "./draft";
import { contentOf, type Fields, fieldsOf, sentOf } from "./fields";
import { patchOf, same } from "./merge";

/** Changes the draft as it is by now: someone may have written while a request was on its way. */
export type Change = (change: (draft: Draft) => Draft) => void;

/** What came of one step: there is more to send, nothing is left to do now, or the office was not reached. */
export type Step = "more" | "done" | "away";

/** Sends what is next: the handing-in, else what was written. Tells through `change` what came of it. */
export async function sendNext(draft: Draft, change: Change): Promise<Step> {
  if (!hasNext(draft)) return "done";
  return draft.handIn === null ? save(draft, sendable(draft), change) : handIn(draft, change);
}

/** Whether there is something that the office would take now. */
export function hasNext(draft: Draft): boolean {
  if (draft.conflicts.length > 0 || draft.refused !== null) return false;
  return draft.handIn !== null || sendable(draft).length > 0;
}

async function save({ report, fields }: Draft, places: string[], change: Change): Promise<Step> {
  try {
    const patch = patchOf(fields, report.sections, places);
    const answer = await saveReport(report.id, report.version, patch);
    change((now) => taken(now, fields, places, answer));
    return "more";
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (isAway(problem)) return "away";
    if (problem.status === 412 || problem.status === 409) return catchUp(report.id, change);
    const wrong = problem.status === 422 ? wrongPlaces(problem) : {};
    const found = Object.keys(wrong).length > 0;
    change((now) => ({ ...now, wrong: { ...now.wrong, ...wrong }, refused: found ? null : problem }));
    return found ? "more" : "done";
  }
}

/** Fetches the office's newer report and brings it together with what is written here. */
async function catchUp(id: string, change: Change): Promise<Step> {
  try {
    const theirs = await readReport(id);
    change((now) => withTheirs(now, theirs));
    return "more";
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (isAway(problem)) return "away";
    change((now) => ({ ...now, refused: problem }));
    return "done";
  }
}

/** The office took what was sent. What was typed since stays; where the office wrote it otherwise (NFC), its writing counts. */
function taken(now: Draft, sent: Fields, places: string[], answer: Report): Draft {
  const [theirs, ours] = [fieldsOf(answer), sentOf(sent, answer.sections)];
  const theirsSent = sentOf(theirs, answer.sections);
  const fields = { ...now.fields };
  for (const name of places)
    if (same(now.fields[name], sent[name]) && !same(theirsSent[name], ours[name]))
      fields[name] = theirs[name] ?? null;
  return counted({ ...now, report: answer, fields });
}

async function handIn(draft: Draft, change: Change): Promise<Step> {
  const { report, handIn: wanted } = draft;
  if (wanted === null) return "done";
  try {
    const answer = await submitReport(report.id, wanted);
    change((now) => counted({ ...now, report: answer, handIn: null, refused: null, wrong: {} }));
    return "more";
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (isAway(problem)) return "away";
    if (problem.status === 412 || problem.status === 409) return again(draft, change);
    const wrong = problem.status === 422 ? wrongPlaces(problem) : {};
    const found = Object.keys(wrong).length > 0;
    change((now) => ({ ...now, handIn: null, wrong, refused: found ? null : problem }));
    return "done";
  }
}

/**
 * The report changed since handing in was decided. When it still says what was read then, it goes in as decided; when a
 * colleague wrote in it, it must be looked through again first.
 */
async function again(draft: Draft, change: Change): Promise<Step> {
  const step = await catchUp(draft.report.id, change);
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
