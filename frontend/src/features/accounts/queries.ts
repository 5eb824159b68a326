import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { everyQuery } from "@/shared/api/every";
import type { components } from "@/shared/api/schema.gen";
import { nowStale } from "@/shared/api/stale";
import { onVersion } from "@/shared/api/version";

export type Account = components["schemas"]["Account"];
export type AccountInput = components["schemas"]["AccountInput"];
/** An account with the password it may come in with, told once. */
export type Credentials = components["schemas"]["AccountCredentials"];
type AccountPage = components["schemas"]["AccountPage"];

/** Accounts by name, page by page. */
export const accountPagesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["get", "/accounts", "pages", q] as const,
    queryFn: ({ pageParam }) => accountPage(q, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page: AccountPage) => page.next_cursor,
  });

/** Every account there is, to say how many and which wait for something. */
export const everyAccountQuery = everyQuery("/accounts", {}, (paging) =>
  api.GET("/accounts", { params: { query: paging } }),
);

/** Agencies, for their names and for choosing one. */
export const agencyNamesQuery = queryOptions({
  ...everyQuery("/agencies", {}, (paging) => api.GET("/agencies", { params: { query: paging } })),
  staleTime: 5 * 60_000,
});

async function accountPage(q: string, cursor: string | null): Promise<AccountPage> {
  const { data, error } = await api.GET("/accounts", {
    params: { query: { limit: 200, ...(q === "" ? {} : { q }), ...(cursor === null ? {} : { cursor }) } },
  });
  if (data === undefined) throw error as unknown;
  return data;
}

/** Opens an account, or changes one; a new one answers with its first password. */
export function useKeepAccount(account: Account | null) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (body: AccountInput): Promise<Credentials | null> => {
      if (account === null) {
        const { data, error } = await api.POST("/accounts", { body });
        if (data === undefined) throw error as unknown;
        return data;
      }
      const { error } = await api.PATCH("/accounts/{id}", { ...onVersion(account), body });
      if (error !== undefined) throw error as unknown;
      return null;
    },
    onSuccess: () => nowStale(cache, "/accounts"),
  });
}

/** Locks an account out, lets it in again, or gives it a new first password. */
export function useAccountVerb(account: Account) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (verb: "disable" | "enable" | "reset_password"): Promise<Credentials | null> => {
      const at = onVersion(account);
      if (verb === "reset_password") {
        const { data, error } = await api.POST("/accounts/{id}/reset-password", at);
        if (data === undefined) throw error as unknown;
        return data;
      }
      const { error } = await (verb === "disable"
        ? api.POST("/accounts/{id}/disable", at)
        : api.POST("/accounts/{id}/enable", at));
      if (error !== undefined) throw error as unknown;
      return null;
    },
    onSuccess: () => nowStale(cache, "/accounts"),
  });
}
