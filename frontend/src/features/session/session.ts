import type { QueryClient } from "@tanstack/react-query";
import { type Me, meQuery } from "@/shared/access";
import { api } from "@/shared/api/client";
import { forgetAnswers } from "@/shared/api/kept";
import { dropToken, hasToken, keepToken, renew, tokenHolder } from "@/shared/api/token";
import { rememberPlace } from "./place";

interface Credentials {
  username: string;
  password: string;
}

/** Signs in: the access token goes to memory, the refresh token into a cookie that scripts cannot read. Throws the problem. */
export async function signIn(credentials: Credentials): Promise<void> {
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
  const known = cache.getQueryData<Me>(meQuery.queryKey);
  if (known !== undefined && known.account.id !== tokenHolder()) await forgetAnswers(cache);
  const me = await cache.query(meQuery);
  rememberPlace(me.scope.name);
  return "in";
}

/** Signs out here: ends the session at the server when it can be reached, and forgets what this device kept of answers. Drafts stay. */
export async function signOut(cache: QueryClient): Promise<void> {
  try {
    await api.DELETE("/sessions/current");
  } finally {
    dropToken();
    await forgetAnswers(cache);
  }
}
