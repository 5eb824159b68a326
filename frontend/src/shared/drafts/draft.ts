import type { FieldProblem, Problem } from "../api/problem";
import type { Versioned } from "../api/version";

/** What every draft on this device is: what the office has, what is written here place by place, how far that is on its way. */
export interface AnyDraft {
  report: Versioned;
  fields: object;
  /** The places that were changed here and, otherwise, by someone else; each waits for a choice. */
  conflicts: { place: string }[];
  sending: boolean;
  /** The device could not keep what was written; it lives in this page alone. */
  unkept: boolean;
  /** What the office refused as a whole; it is not tried again until something changes. */
  refused: Problem | null;
  /** What the office refused in a place. */
  wrong: Record<string, FieldProblem>;
}

/** What of a draft is kept on the device, at least. */
export type KeptOf<D extends AnyDraft> = Pick<D, "report" | "fields" | "conflicts">;

/** What came of one step of sending: there is more to send, nothing is left to do now, or the office was not reached. */
export type Step = "more" | "done" | "away";

/** Changes the draft as it is by now: someone may have written while a request was on its way. */
export type Change<D> = (how: (draft: D) => D) => void;

/** What becomes of a place that two changed. */
export interface Meeting<D extends AnyDraft> {
  stands: unknown;
  conflict?: D["conflicts"][number];
}

/** What one kind of draft is: how it begins, how it is kept, what of it waits, how it goes to the office. */
export interface DraftKind<D extends AnyDraft, K extends KeptOf<D>> {
  /** The draft in which nothing was written yet. */
  begun: (report: D["report"]) => K;
  /** The draft as it was kept, or begun. */
  opened: (kept: K) => D;
  kept: (draft: D) => K;
  /** Whether nothing on this device is missing at the office. */
  isSettled: (draft: D) => boolean;
  /** The draft after writing; what was refused in these places is forgotten. */
  written: (draft: D, changes: D["fields"]) => D;
  /** The draft after the office's newer report was brought into it. */
  withTheirs: (draft: D, report: D["report"]) => D;
  /** What becomes of a place that two tabs changed differently: what stands there, and the question if it needs one. */
  meet: (place: string, mine: unknown, theirs: unknown) => Meeting<D>;
  /** Whether there is something that the office would take now. */
  hasNext: (draft: D) => boolean;
  /** Sends what is next and tells through `change` what came of it. */
  sendNext: (draft: D, change: Change<D>) => Promise<Step>;
}

/** Whether two writings say the same. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
