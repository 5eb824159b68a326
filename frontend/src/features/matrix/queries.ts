import { infiniteQueryOptions } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { useDeed, verbOn } from "@/shared/api/deed";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";
import type { Versioned } from "@/shared/api/version";

type Matrix = components["schemas"]["Matrix"];

/** The plans of the committee, the newest year first. */
export const plansQuery = everyQuery("/plans", {}, (paging) =>
  api.GET("/plans", { params: { query: { sort: "-year", ...paging } } }),
);

/** A plan's agencies against its rounds and tasks, page by page; columns and totals come with the first. */
export function matrixQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["get", "/plans/{id}/matrix", { every: id }] as const,
    queryFn: ({ pageParam }) => matrixPage(id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page: Matrix) => page.next_cursor,
    structuralSharing: false, // comparing what a country owes costs more than drawing the rows in sight
  });
}

async function matrixPage(id: string, cursor: string | null): Promise<Matrix> {
  const params = { path: { id }, query: { limit: 200, ...(cursor === null ? {} : { cursor }) } };
  const { data, error } = await api.GET("/plans/{id}/matrix", { params });
  if (data === undefined) throw error as unknown;
  return data;
}

/** One agency with how to reach it. */
export function agencyQuery(id: string) {
  return $api.queryOptions("get", "/agencies/{id}", { params: { path: { id } } });
}

/** What one agency owes in one task. */
export function assignmentQuery(id: string) {
  return $api.queryOptions("get", "/assignments/{id}", { params: { path: { id } } });
}

/** The progress recorded for an assignment, the newest first. */
export function updatesQuery(id: string) {
  return everyQuery("/assignments/{id}/updates", { id }, (paging) =>
    api.GET("/assignments/{id}/updates", { params: { path: { id }, query: paging } }),
  );
}

const touched = ["/assignments", "/plans/{id}/matrix", "/overview"];

/** Confirms that an assignment is done. */
export function useConfirm() {
  return useDeed(
    (assignment: Versioned, key) => api.POST("/assignments/{id}/confirm", verbOn(assignment, key)),
    { stale: touched },
  );
}

/** Gives what was handed in for an assignment back, with what is lacking. */
export function useReturnAssignment() {
  return useDeed(
    ({ assignment, note }: { assignment: Versioned; note: string }, key) =>
      api.POST("/assignments/{id}/return", { ...verbOn(assignment, key), body: { note } }),
    { stale: touched },
  );
}
