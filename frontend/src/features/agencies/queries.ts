import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { madeOnce, useDeed } from "@/shared/api/deed";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";
import { onVersion } from "@/shared/api/version";

export type Agency = components["schemas"]["Agency"];
type AgencyInput = components["schemas"]["AgencyInput"];
export type Group = components["schemas"]["AgencyGroup"];
type GroupInput = components["schemas"]["AgencyGroupInput"];
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

type Kept = Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Enters an agency, or changes one. */
export function useKeepAgency(agency: Agency | null) {
  return useDeed(
    (body: AgencyInput, key): Kept =>
      agency === null
        ? api.POST("/agencies", { ...madeOnce(key), body })
        : api.PATCH("/agencies/{id}", { ...onVersion(agency), body }),
    { stale: ["/agencies"] },
  );
}

/** Enters a group of agencies, or changes one. */
export function useKeepGroup(group: Group | null) {
  return useDeed(
    (body: GroupInput, key): Kept =>
      group === null
        ? api.POST("/agency-groups", { ...madeOnce(key), body })
        : api.PATCH("/agency-groups/{id}", { ...onVersion(group), body }),
    { stale: ["/agency-groups", "/plans"] },
  );
}
