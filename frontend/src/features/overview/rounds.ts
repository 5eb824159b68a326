import type { components } from "@/shared/api/schema.gen";

/** A report round at a glance. */
export type RoundGlance = components["schemas"]["RoundGlance"];
/** One group of agencies in a round. */
export type GroupGlance = components["schemas"]["GroupGlance"];
type Counts = components["schemas"]["RoundCounts"];

/** For how many days before its deadline a coming round speaks louder than the last one. */
const ahead = 31;
const day = 86_400_000;

/** The round that the home page speaks of: one that falls due within the month, else the last one past. Rounds come the newest first. */
export function currentRound(rounds: RoundGlance[], asOf: string): RoundGlance | undefined {
  const now = Date.parse(asOf);
  const coming = rounds.filter((round) => Date.parse(round.due_before) > now);
  const next = coming.at(-1);
  const past = rounds.find((round) => Date.parse(round.due_before) <= now);
  const soon = next !== undefined && Date.parse(next.due_before) - now < ahead * day;
  return soon || past === undefined ? next : past;
}

/** Whether a round's deadline is still to come. */
export function isComing(round: RoundGlance, asOf: string): boolean {
  return Date.parse(round.due_before) > Date.parse(asOf);
}

/** How many have handed in, in time or not. */
export function handedIn(counts: Counts): number {
  return counts.on_time + counts.nil + counts.late;
}

/** How many were in time. */
export function inTime(counts: Counts): number {
  return counts.on_time + counts.nil;
}

/** How many owe a report, without the exempted. */
export function owing(counts: Counts): number {
  return counts.owing - counts.exempted;
}
