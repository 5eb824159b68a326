import type { Day } from "../../format";

/** The quarters of a year that a schedule touches. */
export function quartersOf(year: number, startsOn: Day | null, endsOn: Day | null): number[] {
  if (startsOn === null && endsOn === null) return [];
  const from = startsOn ?? `${year}-01-01`;
  const to = endsOn ?? `${year}-12-31`;
  return [1, 2, 3, 4].filter((quarter) => {
    const first = `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
    const last = `${year}-${String(quarter * 3).padStart(2, "0")}-31`; // compares as text, the 31st of June too
    return from <= last && to >= first;
  });
}
