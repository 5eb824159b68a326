import type { QueryClient } from "@tanstack/react-query";
import { meQuery } from "@/shared/access";
import { api } from "@/shared/api/client";
import { dropToken, hasToken, keepToken, renew } from "@/shared/api/token";

/** Signs in: the access token goes to memory, the refresh token into a cookie that scripts cannot read. Throws the problem. */
export async function signIn(credentials: { username: string; password: string }): Promise<void> {
  const { data, error } = await api.POST("/sessions", { body: credentials });
  if (data === undefined) throw error as unknown;
  keepToken(data.access_token);
}

/**
 * Makes sure that someone is signed in before a page of the office opens: by the token in memory, else by the cookie, and
 * without a network by what this device kept of the last sign-in.
 */
export async function restoreSession(cache: QueryClient): Promise<"in" | "out"> {
  if (!hasToken()) {
    const outcome = await renew();
    if (outcome === "ended") return "out";
    if (outcome === "unreachable") return cache.getQueryData(meQuery.queryKey) === undefined ? "out" : "in";
  }
  await cache.query({ ...meQuery, staleTime: "static" });
  return "in";
}

/** Signs out here: ends the session at the server when it can be reached, and forgets what this device kept of answers. Drafts stay. */
export async function signOut(cache: QueryClient): Promise<void> {
  try {
    await api.DELETE("/sessions/current");
  } finally {
    dropToken();
    cache.clear();
  }
}
