import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { $api, api } from "@/shared/api/client";
import { madeOnce, useDeed, verbOn } from "@/shared/api/deed";
import { everyQuery } from "@/shared/api/every";
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

interface KeptDraft {
  plan?: Versioned;
  draft: PlanDraft;
}

/** Keeps a new draft, or a changed one whole. */
export function useKeepPlan() {
  const cache = useQueryClient();
  return useDeed(
    ({ plan, draft }: KeptDraft, key): Promise<{ data?: Plan; error?: unknown; response: Response }> =>
      plan === undefined
        ? api.POST("/plans", { ...madeOnce(key), body: draft })
        : api.PUT("/plans/{id}", { ...onVersion(plan), body: draft }),
    {
      stale: ["/plans", "/events", "/overview"],
      onSuccess: (plan) => cache.setQueryData(planQuery(plan.id).queryKey, plan),
    },
  );
}

/** What may be done to a plan beside editing it. */
type PlanVerb =
  | { verb: "submit" | "close" | "delete" }
  | { verb: "send_back"; note: string }
  | { verb: "issue"; number: string; issued_on: string };

/** Does a verb to a plan; issuing it makes everything else stale too. */
export function usePlanVerb(plan: Plan) {
  const cache = useQueryClient();
  return useDeed((act: PlanVerb, key) => send(plan, act, key), {
    stale: ["/plans", "/events", "/overview", "/assignments", "/reports", "/rounds", "/tasks"],
    onSuccess: (_, act) => {
      if (act.verb === "delete") cache.removeQueries({ queryKey: planQuery(plan.id).queryKey });
    },
  });
}

function send(plan: Plan, act: PlanVerb, key: string): Promise<{ error?: unknown; response: Response }> {
  const at = verbOn(plan, key);
  switch (act.verb) {
    case "submit":
      return api.POST("/plans/{id}/submit", at);
    case "close":
      return api.POST("/plans/{id}/close", at);
    case "delete":
      return api.DELETE("/plans/{id}", onVersion(plan));
    case "send_back":
      return api.POST("/plans/{id}/send-back", { ...at, body: { note: act.note } });
    case "issue":
      return api.POST("/plans/{id}/issue", { ...at, body: { number: act.number, issued_on: act.issued_on } });
  }
}
