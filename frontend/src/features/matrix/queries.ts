import { useQueryClient } from "@tanstack/react-query";
import { $api } from "@/shared/api/client";
import { nowStale } from "@/shared/api/stale";

const everyOne = 200;

/** The plans of the committee, the newest year first. */
export const plansQuery = $api.queryOptions("get", "/plans", { params: { query: { limit: everyOne } } });

/** A plan's agencies against its rounds and tasks. */
export function matrixQuery(id: string) {
  return $api.queryOptions("get", "/plans/{id}/matrix", { params: { path: { id } } });
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
  return $api.queryOptions("get", "/assignments/{id}/updates", {
    params: { path: { id }, query: { limit: everyOne } },
  });
}

const touched = ["/assignments", "/plans/{id}/matrix", "/overview"];

/** Confirms that an assignment is done. */
export function useConfirm() {
  const cache = useQueryClient();
  return $api.useMutation("post", "/assignments/{id}/confirm", {
    onSettled: () => nowStale(cache, ...touched),
  });
}

/** Gives what was handed in for an assignment back, with what is lacking. */
export function useReturnAssignment() {
  const cache = useQueryClient();
  return $api.useMutation("post", "/assignments/{id}/return", {
    onSettled: () => nowStale(cache, ...touched),
  });
}
