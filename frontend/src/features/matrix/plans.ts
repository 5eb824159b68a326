import type { components } from "@/shared/api/schema.gen";

type PlanLine = Pick<components["schemas"]["PlanLine"], "id" | "state" | "year">;

/** The plan to follow: the one that the address names, else the newest issued one, else the newest closed one. */
export function followed(plans: PlanLine[], wanted: string | undefined): string | undefined {
  if (wanted !== undefined) return wanted;
  const newest = (state: PlanLine["state"]) =>
    plans.filter((plan) => plan.state === state).sort((a, b) => b.year - a.year)[0];
  return (newest("issued") ?? newest("closed"))?.id;
}
