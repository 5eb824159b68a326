import { type FieldProblem, type Problem, problemOf } from "../api/problem";
import { isAway } from "../outbox";
import { readReport, saveReport } from "./calls";
import type { AnyDraft, Change, DraftKind, KeptOf, Step } from "./draft";

/** What saving asks of a kind of draft. */
interface Saving<D extends AnyDraft> extends Pick<DraftKind<D, KeptOf<D>>, "withTheirs"> {
  /** The draft after the office took these places. */
  taken: (now: D, answer: D["report"]) => D;
  /** The place that a JSON pointer into the body speaks of. */
  placeAt: (pointer: string) => string | null;
}

/** Sends places as a merge patch and tells through `change` what came of it. */
export async function save<D extends AnyDraft>(
  { report }: D,
  patch: object,
  saving: Saving<D>,
  change: Change<D>,
): Promise<Step> {
  try {
    const answer = await saveReport<D["report"]>(report, patch);
    change((now) => saving.taken(now, answer));
    return "more";
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (isAway(problem)) return "away";
    if (problem.status === 412 || problem.status === 409) return catchUp(report, problem, saving, change);
    const wrong = wrongPlaces(problem, saving.placeAt);
    const found = Object.keys(wrong).length > 0;
    change((now) => ({ ...now, wrong: { ...now.wrong, ...wrong }, refused: found ? null : problem }));
    return found ? "more" : "done";
  }
}

/** Fetches the office's newer report and brings it together with what is written here; `why` was answered to the older one. */
export async function catchUp<D extends AnyDraft>(
  { id, version }: D["report"],
  why: Problem,
  { withTheirs }: Pick<Saving<D>, "withTheirs">,
  change: Change<D>,
): Promise<Step> {
  try {
    const theirs = await readReport<D["report"]>(id);
    if (theirs.version <= version) throw why as unknown; // nothing newer: the same again would be refused again
    change((now) => withTheirs(now, theirs));
    return "more";
  } catch (thrown) {
    const problem = problemOf(thrown);
    if (isAway(problem)) return "away";
    change((now) => ({ ...now, refused: problem }));
    return "done";
  }
}

/** The field problems of a refusal by the places that they speak of. */
export function wrongPlaces(
  { status, errors }: Problem,
  placeAt: (pointer: string) => string | null,
): Record<string, FieldProblem> {
  const found: Record<string, FieldProblem> = {};
  for (const error of status === 422 ? (errors ?? []) : []) {
    const name = placeAt(error.pointer);
    if (name !== null) found[name] ??= error;
  }
  return found;
}
