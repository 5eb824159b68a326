import type { Fields } from "@/shared/ui/Form/fields";
import type { PlanDraft } from "./plan";

/** What is typed, and the version of the plan that it began from; none for a new plan. */
export type Edited = PlanDraft & { base: number | null };

/** What a part of the draft's form gets: what is typed, and the ways to change it. */
export type PlanFields = Pick<Fields<Edited>, "values" | "set" | "bind">;

/** A list with one of it changed. */
export function replaced<T>(list: T[], at: number, next: T): T[] {
  return list.map((one, i) => (i === at ? next : one));
}

/** A list without one of it. */
export function without<T>(list: T[], at: number): T[] {
  return list.filter((_, i) => i !== at);
}
