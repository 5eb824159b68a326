import type { Duty } from "./queries";

/** One thing that several agencies are late with. */
export interface RedDuty {
  key: string;
  title: string;
  ordinal: number | null;
  kind: Duty["kind"];
  /** Of the latest of them. */
  days: number;
  duties: Duty[];
}

/** The late duties, the same thing of several agencies as one; the longest overdue first. */
export function redDuties(duties: Duty[]): RedDuty[] {
  const by = new Map<string, RedDuty>();
  for (const duty of duties) {
    const key = `${duty.kind} ${duty.plan_id} ${duty.round_id ?? ""} ${duty.title} ${duty.last_day ?? ""}`;
    const red = by.get(key);
    if (red !== undefined) red.duties.push(duty);
    else
      by.set(key, {
        key,
        title: duty.title,
        ordinal: duty.task_ordinal,
        kind: duty.kind,
        days: duty.days_late,
        duties: [duty],
      });
  }
  return [...by.values()].sort((a, b) => b.days - a.days);
}
