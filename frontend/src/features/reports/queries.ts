import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import { readReport } from "@/shared/drafts/calls";

import type { Report } from "./report";

/** A report with its content; kept on the device so that it opens without a network. */
export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ["get", "/reports/{id}", "exact", id] as const,
    queryFn: () => readReport<Report>(id),
    meta: { keep: true },
  });
}

/** Filters of the list of reports, as they stand in the address. */
interface ReportFilter {
  agency_id: string;
  state?: Report["state"];
}

/** The reports of an agency over all rounds. */
export function reportsQuery(filter: ReportFilter) {
  const query = { ...filter, kind: "agency", sort: "-due_before" } as const;
  return queryOptions({
    ...everyQuery("/reports", query, (paging) =>
      api.GET("/reports", { params: { query: { ...query, ...paging } } }),
    ),
    meta: { keep: true },
  });
}

/** The round of a report: period, deadline, to whom it goes. */
export function roundQuery(id: string) {
  return $api.queryOptions("get", "/rounds/{id}", { params: { path: { id } } }, { meta: { keep: true } });
}

/** A report as it was handed in, each time. */
export function revisionsQuery(id: string) {
  return $api.queryOptions("get", "/reports/{id}/revisions", {
    params: { path: { id }, query: { limit: 200 } },
  });
}

/** Puts an answer of the office where pages read it; lists that show the report are then stale. */
export function remember(cache: QueryClient, report: Report): void {
  cache.setQueryData(reportQuery(report.id).queryKey, report);
  void cache.invalidateQueries({
    predicate: ({ queryKey: [, path, , exact] }) =>
      (path === "/reports" || path === "/overview") && exact === undefined,
    refetchType: "none",
  });
}
