import type { Day } from "../../format";

/** What a typed date is: nothing, a day, or none that the calendar has. */
type ReadDay = { is: "blank" } | { is: "day"; day: Day } | { is: "wrong" };

/** Reads «9/11/2024», «09-11-2024», «09.11.2024» or «09112024»; 31/02 is none. */
export function readDay(text: string): ReadDay {
  const typed = text.trim();
  if (typed === "") return { is: "blank" };
  const found =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed);
  if (found === null) return { is: "wrong" };
  const [, date = "", month = "", year = ""] = found;
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  const real = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day
    ? { is: "wrong" }
    : { is: "day", day };
}
