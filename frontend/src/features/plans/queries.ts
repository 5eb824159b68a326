import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import { nowStale } from "@/shared/api/stale";
import { onVersion, type Versioned } from "@/shared/api/version";
import type { Plan, PlanDraft } from "./plan";

/** Plans that the caller sees, the newest year first. */
export const plansQuery = (filters: { q?: string; state?: Plan["state"] }) =>
  everyQuery("/plans", filters, (paging) =>
    api.GET("/plans", { params: { query: { ...filters, sort: "-year", ...paging } } }),
  );

export const planQuery = (id: string) =>
  $api.queryOptions("get", "/plans/{id}", { params: { path: { id } } });

/** Every group named in a plan and who is meant by it. */
export const planGroupsQuery = (id: string) =>
  $api.queryOptions("get", "/plans/{id}/groups", { params: { path: { id } } });

/** What happened to a plan. */
export const planEventsQuery = (id: string) =>
  $api.queryOptions("get", "/events", { params: { query: { noun_id: id, limit: 200 } } });

/** The whole register of agencies that exist on a day. */
export const agenciesQuery = (day: string) =>
  queryOptions({
    ...everyQuery("/agencies", { valid_on: day }, (paging) =>
      api.GET("/agencies", { params: { query: { valid_on: day, ...paging } } }),
    ),
    staleTime: 5 * 60_000,
  });

/** All groups of agencies. */
export const groupsQuery = queryOptions({
  ...everyQuery("/agency-groups", {}, (paging) => api.GET("/agency-groups", { params: { query: paging } })),
  staleTime: 5 * 60_000,
});

/** Keeps a new draft, or a changed one whole. */
export function useKeepPlan() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ plan, draft }: { plan?: Versioned; draft: PlanDraft }): Promise<Plan> => {
      const { data, error } =
        plan === undefined
          ? await api.POST("/plans", { body: draft })
          : await api.PUT("/plans/{id}", { ...onVersion(plan), body: draft });
      if (data === undefined) throw error as unknown;
      return data;
    },
    onSuccess: (plan) => {
      cache.setQueryData(planQuery(plan.id).queryKey, plan);
      nowStale(cache, "/plans", "/events", "/overview");
    },
  });
}

/** What may be done to a plan beside editing it. */
export type PlanVerb =
  | { verb: "submit" | "close" | "delete" }
  | { verb: "send_back"; note: string }
  | { verb: "issue"; number: string; issued_on: string };

/** Does a verb to a plan; issuing it makes everything else stale too. */
export function usePlanVerb(plan: Plan) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (act: PlanVerb): Promise<void> => {
      const { error } = await send(plan, act);
      if (error !== undefined) throw error as unknown;
    },
    onSuccess: (_, act) => {
      if (act.verb === "delete") cache.removeQueries({ queryKey: planQuery(plan.id).queryKey });
      nowStale(cache, "/plans", "/events", "/overview", "/assignments", "/reports", "/rounds", "/tasks");
    },
  });
}

function send(plan: Plan, act: PlanVerb) {
  const at = onVersion(plan);
  switch (act.verb) {
    case "submit":
      return api.POST("/plans/{id}/submit", at);
    case "close":
      return api.POST("/plans/{id}/close", at);
    case "delete":
      return api.DELETE("/plans/{id}", at);
    case "send_back":
      return api.POST("/plans/{id}/send-back", { ...at, body: { note: act.note } });
    case "issue":
      return api.POST("/plans/{id}/issue", { ...at, body: { number: act.number, issued_on: act.issued_on } });
  }
}
