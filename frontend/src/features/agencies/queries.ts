import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";
import { nowStale } from "@/shared/api/stale";
import { onVersion } from "@/shared/api/version";

export type Agency = components["schemas"]["Agency"];
export type AgencyInput = components["schemas"]["AgencyInput"];
export type Group = components["schemas"]["AgencyGroup"];
export type GroupInput = components["schemas"]["AgencyGroupInput"];
type AgencyPage = components["schemas"]["AgencyPage"];

/** The register by name, page by page. */
export const agencyPagesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["get", "/agencies", "pages", q] as const,
    queryFn: ({ pageParam }) => agencyPage(q, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page: AgencyPage) => page.next_cursor,
  });

/** Every agency there is, for choosing one. */
export const everyAgencyQuery = queryOptions({
  ...everyQuery("/agencies", {}, (paging) => api.GET("/agencies", { params: { query: paging } })),
  staleTime: 5 * 60_000,
});

async function agencyPage(q: string, cursor: string | null): Promise<AgencyPage> {
  const { data, error } = await api.GET("/agencies", {
    params: { query: { limit: 200, ...(q === "" ? {} : { q }), ...(cursor === null ? {} : { cursor }) } },
  });
  if (data === undefined) throw error as unknown;
  return data;
}

export const groupListQuery = everyQuery("/agency-groups", {}, (paging) =>
  api.GET("/agency-groups", { params: { query: paging } }),
);

/** Enters an agency, or changes one. */
export function useKeepAgency(agency: Agency | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (body: AgencyInput): Promise<void> => {
      const { error } = await (agency === null
        ? api.POST("/agencies", { body })
        : api.PATCH("/agencies/{id}", { ...onVersion(agency), body }));
      if (error !== undefined) throw error as unknown;
    },
    onSuccess: () => nowStale(cache, "/agencies"),
  });
}

/** Enters a group of agencies, or changes one. */
export function useKeepGroup(group: Group | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (body: GroupInput): Promise<void> => {
      const { error } = await (group === null
        ? api.POST("/agency-groups", { body })
        : api.PATCH("/agency-groups/{id}", { ...onVersion(group), body }));
      if (error !== undefined) throw error as unknown;
    },
    onSuccess: () => nowStale(cache, "/agency-groups", "/plans"),
  });
}
