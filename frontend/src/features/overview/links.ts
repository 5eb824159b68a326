import { paths, pathTo, withFilters } from "@/shared/paths";
import type { Duty } from "./queries";

/** Where a duty is looked at by those who follow it: in the matrix, its panel open. */
export function toFollowed(duty: Duty): string {
  return withFilters(paths.follow, { plan: duty.plan_id, cell: duty.id });
}

/** Where a duty that waits for a decision is decided. */
export function toDecide(duty: Duty): string {
  switch (duty.kind) {
    case "plan":
      return pathTo(paths.plan, { id: duty.id });
    case "consolidated":
      return pathTo(paths.consolidation, { id: duty.round_id ?? "" });
    case "report":
      return pathTo(paths.reviewReport, { id: duty.id });
    case "assignment":
      return toFollowed(duty);
  }
}

/** The list of one round, narrowed. */
export function toRound(id: string, show?: string): string {
  return withFilters(pathTo(paths.round, { id }), { show });
}
