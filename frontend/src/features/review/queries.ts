import { queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { madeOnce, useDeed, verbOn } from "@/shared/api/deed";
import { everyQuery } from "@/shared/api/every";
import { exactly } from "@/shared/api/exact";
import type { components } from "@/shared/api/schema.gen";
import type { Versioned } from "@/shared/api/version";
import type { Report, Revision } from "./report";

const everyOne = 200;
const waiting = { kind: "agency", state: "submitted", sort: "submitted_at" } as const;

/** The agencies' reports that wait for review, the longest waiting first. */
export const queueQuery = everyQuery("/reports", waiting, (paging) =>
  api.GET("/reports", { params: { query: { ...waiting, ...paging } } }),
);

/** One report with its content. */
export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ["get", "/reports/{id}", "exact", id] as const,
    queryFn: async () =>
      exactly<Report>(await api.GET("/reports/{id}", { params: { path: { id } }, parseAs: "text" })),
  });
}

/** A report as it was handed in, the first time first. */
export function revisionsQuery(id: string) {
  return queryOptions({
    queryKey: ["get", "/reports/{id}/revisions", "exact", id] as const,
    queryFn: async () => {
      const params = { path: { id }, query: { limit: everyOne } };
      const answer = await api.GET("/reports/{id}/revisions", { params, parseAs: "text" });
      return exactly<{ items: Revision[] }>(answer).items;
    },
  });
}

/** What a decision on a report makes stale. */
const touched = ["/reports", "/rounds", "/plans/{id}/matrix", "/overview"];

/** Accepts a report as handed in. */
export function useAccept() {
  return useDeed((report: Versioned, key) => api.POST("/reports/{id}/accept", verbOn(report, key)), {
    stale: touched,
  });
}

interface Returned {
  report: Versioned;
  body: components["schemas"]["ReportReturning"];
}

/** Sends a report back to its agency with remarks. */
export function useReturn() {
  return useDeed(
    ({ report, body }: Returned, key) => api.POST("/reports/{id}/return", { ...verbOn(report, key), body }),
    { stale: touched },
  );
}

/** Frees an agency from a report that it has not handed in. */
export function useExempt() {
  return useDeed(
    ({ report, reason }: { report: Versioned; reason: string }, key) =>
      api.POST("/reports/{id}/exempt", { ...verbOn(report, key), body: { reason } }),
    { stale: touched },
  );
}

/** Accepts several reports, each for itself; the answer says what became of each. */
export function useAcceptAll() {
  return useDeed(
    (reports: Versioned[], key) =>
      api.POST("/reports/accept", {
        ...madeOnce(key),
        body: { items: reports.map(({ id, version }) => ({ id, version })) },
      }),
    { stale: touched },
  );
}
