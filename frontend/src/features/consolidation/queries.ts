import { queryOptions } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { useDeed, verbOn } from "@/shared/api/deed";
import { exactly } from "@/shared/api/exact";
import type { components } from "@/shared/api/schema.gen";
import { readReport } from "@/shared/drafts/calls";
import type { Versioned } from "@/shared/api/version";
import type { Consolidation, Report } from "./report";

/** How often the sums are asked for anew while one works on them, in milliseconds. */
const refresh = 60_000;

/** A round's accepted reports put together; it lives until the consolidated report is handed in. */
export function consolidationQuery(round: string) {
  return queryOptions({
    queryKey: ["get", "/rounds/{id}/consolidation", "exact", round] as const,
    queryFn: async () => {
      const params = { path: { id: round } };
      return exactly<Consolidation>(await api.GET("/rounds/{id}/consolidation", { params, parseAs: "text" }));
    },
    refetchInterval: refresh,
  });
}

/** The consolidated report with its narrative. */
export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ["get", "/reports/{id}", "exact", id] as const,
    queryFn: () => readReport<Report>(id),
  });
}

/** A report as it was handed in, each time. */
export function revisionsQuery(id: string) {
  return $api.queryOptions("get", "/reports/{id}/revisions", {
    params: { path: { id }, query: { limit: 200 } },
  });
}

/** The round that is consolidated. */
export function roundQuery(id: string) {
  return $api.queryOptions("get", "/rounds/{id}", { params: { path: { id } } });
}

/** The plan that the round belongs to. */
export function planQuery(id: string) {
  return $api.queryOptions("get", "/plans/{id}", { params: { path: { id } } });
}

/** The agency above the plan's issuer, to which the report goes; nothing when there is none. */
export function agencyQuery(id: string) {
  return $api.queryOptions("get", "/agencies/{id}", { params: { path: { id } } });
}

const touched = ["/rounds", "/reports", "/plans/{id}/matrix", "/overview"];

/** Begins the consolidated report of a round. */
export function useBegin() {
  return useDeed(
    (round: string, key) =>
      api.POST("/rounds/{id}/consolidated", {
        params: { path: { id: round }, header: { "Idempotency-Key": key } },
      }),
    { stale: touched },
  );
}

/** Hands the consolidated report to the leader; its figures are frozen with it. */
export function useSubmit() {
  return useDeed((report: Versioned, key) => api.POST("/reports/{id}/submit", verbOn(report, key)), {
    stale: touched,
  });
}

/** Gives it back to the culture office, with what is to be mended. */
export function useSendBack() {
  return useDeed(
    ({ report, note }: { report: Versioned; note: string }, key) =>
      api.POST("/reports/{id}/send-back", { ...verbOn(report, key), body: { note } }),
    { stale: touched },
  );
}

interface Approved {
  report: Versioned;
  body: components["schemas"]["ReportApproval"];
}

/** Approves it with its number and date; the round is locked. */
export function useApprove() {
  return useDeed(
    ({ report, body }: Approved, key) => api.POST("/reports/{id}/approve", { ...verbOn(report, key), body }),
    { stale: touched },
  );
}
