import { $api } from "@/shared/api/client";
import type { components } from "@/shared/api/schema.gen";

/** A report, an assignment or a plan that waits for someone. */
export type Duty = components["schemas"]["Duty"];

/** What one sees first; kept on the device so that it opens without a network. */
export const overviewQuery = $api.queryOptions("get", "/overview", {}, { meta: { keep: true } });

/** The own agency's reports, for how far each section is. */
export function ownReportsQuery(agency: string) {
  return $api.queryOptions(
    "get",
    "/reports",
    { params: { query: { agency_id: agency, kind: "agency", limit: 200, sort: "-due_before" } } },
    { meta: { keep: true } },
  );
}
