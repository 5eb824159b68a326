import { $api, api } from "@/shared/api/client";
import { useDeed, verbOn } from "@/shared/api/deed";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";
import type { Versioned } from "@/shared/api/version";

/** One report round with how complete and punctual it is. */
export type Round = components["schemas"]["ReportRound"];
/** A report as lists show it: all but its content. */
export type ReportLine = components["schemas"]["ReportLine"];

/** All report rounds of the committee. */
export const roundsQuery = everyQuery("/rounds", {}, (paging) =>
  api.GET("/rounds", { params: { query: paging } }),
);

/** One round. */
export function roundQuery(id: string) {
  return $api.queryOptions("get", "/rounds/{id}", { params: { path: { id } } });
}

/** Every report of a round, the consolidated one too, by agency. */
export function roundReportsQuery(id: string) {
  const query = { round_id: id, sort: "agency" } as const;
  return everyQuery("/reports", query, (paging) =>
    api.GET("/reports", { params: { query: { ...query, ...paging } } }),
  );
}

/** The plan that a round belongs to. */
export function planQuery(id: string) {
  return $api.queryOptions("get", "/plans/{id}", { params: { path: { id } } });
}

/** Locks a round: none of its reports changes any more. */
export function useLock() {
  return useDeed((round: Versioned, key) => api.POST("/rounds/{id}/lock", verbOn(round, key)), {
    stale: ["/rounds", "/reports", "/plans/{id}/matrix", "/overview"],
  });
}
