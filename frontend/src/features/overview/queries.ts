import { queryOptions } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";

/** A report, an assignment or a plan that waits for someone. */
export type Duty = components["schemas"]["Duty"];

/** What one sees first; kept on the device so that it opens without a network. */
export const overviewQuery = $api.queryOptions("get", "/overview", {}, { meta: { keep: true } });

/** The own agency's reports, for how far each section is. */
export function ownReportsQuery(agency: string) {
  const query = { agency_id: agency, kind: "agency", sort: "-due_before" } as const;
  return queryOptions({
    ...everyQuery("/reports", query, (paging) =>
      api.GET("/reports", { params: { query: { ...query, ...paging } } }),
    ),
    meta: { keep: true },
  });
}
