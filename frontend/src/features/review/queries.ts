import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import { exactly } from "@/shared/api/exact";
import type { components } from "@/shared/api/schema.gen";
import { nowStale } from "@/shared/api/stale";
import { ifMatch, newIdempotencyKey, onVersion, type Versioned } from "@/shared/api/version";
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
export const touched = ["/reports", "/rounds", "/plans/{id}/matrix", "/overview"];

/** Accepts a report as handed in. */
export function useAccept() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (report: Versioned) => {
      const { error } = await api.POST("/reports/{id}/accept", once(report));
      if (error !== undefined) throw error as unknown;
    },
    onSettled: () => nowStale(cache, ...touched),
  });
}

/** Sends a report back to its agency with remarks. */
export function useReturn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({
      report,
      body,
    }: {
      report: Versioned;
      body: components["schemas"]["ReportReturning"];
    }) => {
      const { error } = await api.POST("/reports/{id}/return", { ...once(report), body });
      if (error !== undefined) throw error as unknown;
    },
    onSettled: () => nowStale(cache, ...touched),
  });
}

/** Frees an agency from a report that it has not handed in. */
export function useExempt() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ report, reason }: { report: Versioned; reason: string }) => {
      const { error } = await api.POST("/reports/{id}/exempt", { ...once(report), body: { reason } });
      if (error !== undefined) throw error as unknown;
    },
    onSettled: () => nowStale(cache, ...touched),
  });
}

/** Accepts several reports, each for itself; the answer says what became of each. */
export function useAcceptAll() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (reports: Versioned[]) => {
      const { data, error } = await api.POST("/reports/accept", {
        params: { header: { "Idempotency-Key": newIdempotencyKey() } },
        body: { items: reports.map(({ id, version }) => ({ id, version })) },
      });
      if (data === undefined) throw error as unknown;
      return data.results;
    },
    onSettled: () => nowStale(cache, ...touched),
  });
}

function once(report: Versioned) {
  const { path } = onVersion(report).params;
  return {
    params: { path, header: { "If-Match": ifMatch(report.version), "Idempotency-Key": newIdempotencyKey() } },
  };
}
