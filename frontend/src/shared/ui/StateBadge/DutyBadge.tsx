import { useToday } from "../../access";
import { type Day, daysBetween, type Instant, lastGoodDay } from "../../format";
import { StateBadge } from "./StateBadge";
import type { Standing } from "./standing";

/** A report has an exclusive instant, an assignment a last day; either may have none. */
interface Duty {
  standing: Standing;
  days_late: number;
  due_before?: Instant | null;
  due_on?: Day | null;
}

interface DutyBadgeProps {
  duty: Duty;
  short?: boolean;
  variant?: "badge" | "plain";
}

/** How a report or an assignment stands, with the days left to its last good day while that is near, or the days it is late. */
export function DutyBadge({ duty, ...look }: DutyBadgeProps) {
  const today = useToday();
  return <StateBadge standing={duty.standing} days={daysTold(duty, today)} {...look} />;
}

function daysTold({ standing, days_late: late, due_before, due_on }: Duty, today: Day): number | undefined {
  if (standing !== "due_soon") return late > 0 ? late : undefined;
  const last = typeof due_before === "string" ? lastGoodDay(due_before) : due_on;
  return typeof last === "string" ? daysBetween(today, last) : undefined;
}
