import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { useDeed, verbOn } from "@/shared/api/deed";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";

/** What one agency owes in a task. */
export type Assignment = components["schemas"]["Assignment"];
/** What was done on a day. */
export type Update = components["schemas"]["ProgressUpdate"];
/** What is written about a day's work. */
export type UpdateInput = components["schemas"]["ProgressUpdateInput"];

type Part = Assignment["part"];

/** The assignments of an agency, the nearest due first; kept on the device. */
export function assignmentsQuery(filter: { agency_id?: string; task_id?: string; part?: Part | undefined }) {
  return queryOptions({
    ...everyQuery("/assignments", filter, (paging) =>
      api.GET("/assignments", { params: { query: { ...filter, sort: "due_on", ...paging } } }),
    ),
    meta: { keep: true },
  });
}

/** The plans that assign work, the newest year first; kept on the device. */
export const plansQuery = queryOptions({
  ...everyQuery("/plans", {}, (paging) =>
    api.GET("/plans", { params: { query: { sort: "-year", ...paging } } }),
  ),
  meta: { keep: true },
});

/** One assignment; kept on the device. */
export function assignmentQuery(id: string) {
  return $api.queryOptions(
    "get",
    "/assignments/{id}",
    { params: { path: { id } } },
    { meta: { keep: true } },
  );
}

/** The task of an assignment: what is asked, who leads, when. */
export function taskQuery(id: string) {
  return $api.queryOptions("get", "/tasks/{id}", { params: { path: { id } } }, { meta: { keep: true } });
}

/** What was recorded, the newest first; kept on the device. */
export function updatesQuery(id: string) {
  return queryOptions({
    ...everyQuery("/assignments/{id}/updates", { id }, (paging) =>
      api.GET("/assignments/{id}/updates", { params: { path: { id }, query: paging } }),
    ),
    meta: { keep: true },
  });
}

/** What can be said about an assignment, and with which words. */
type Deed =
  | { verb: "receive" | "start" | "confirm" }
  | { verb: "hand-in"; body: components["schemas"]["AssignmentHandingIn"] }
  | { verb: "return"; body: components["schemas"]["AssignmentReturning"] };

/** Does a verb on an assignment; what shows it is fetched anew. Throws the problem. */
export function useVerb(assignment: Assignment) {
  const cache = useQueryClient();
  return useDeed((deed: Deed, key) => call(deed, verbOn(assignment, key)), {
    stale: ["/assignments", "/overview", "/plans"],
    onSuccess: (answer) => cache.setQueryData(assignmentQuery(assignment.id).queryKey, answer),
  });
}

function call(deed: Deed, at: ReturnType<typeof verbOn>) {
  switch (deed.verb) {
    case "receive":
      return api.POST("/assignments/{id}/receive", at);
    case "start":
      return api.POST("/assignments/{id}/start", at);
    case "confirm":
      return api.POST("/assignments/{id}/confirm", at);
    case "hand-in":
      return api.POST("/assignments/{id}/hand-in", { ...at, body: deed.body });
    case "return":
      return api.POST("/assignments/{id}/return", { ...at, body: deed.body });
  }
}
