import type { components } from "@/shared/api/schema.gen";

/** How complete and punctual a round is. */
export type Counts = components["schemas"]["RoundCounts"];

/** How many have handed in, in time or not. */
export function handedIn(counts: Counts): number {
  return counts.on_time + counts.nil + counts.late;
}

/** How many owe a report that is not yet there, whether its day has passed or not. */
export function open(counts: Counts): number {
  return counts.missing + counts.upcoming + counts.due_soon;
}

/** Whether the deadline is still to come, as the server's clock sees it. */
export function isBefore(counts: Counts): boolean {
  return counts.upcoming + counts.due_soon > 0;
}
