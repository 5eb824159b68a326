import type { QueryClient } from "@tanstack/react-query";
import { type Me, meQuery } from "@/shared/access";
import { api } from "@/shared/api/client";
import { forgetAnswers } from "@/shared/api/kept";
import {
  dropToken,
  endSession,
  hasToken,
  keepToken,
  renew,
  takeCookie,
  tokenHolder,
  workFor,
} from "@/shared/api/token";
import { rememberPlace } from "./place";

interface Credentials {
  username: string;
  password: string;
}

/** Signs in: the access token goes to memory, the refresh token into a cookie that scripts cannot read. Throws the problem. */
export async function signIn(credentials: Credentials): Promise<void> {
  const { data, error } = await api.POST("/sessions", { body: credentials });
  if (data === undefined) throw error as unknown;
  takeCookie();
  keepToken(data.access_token);
}

/**
 * Makes sure that someone is signed in before a page of the office opens: by the token in memory, else by the cookie, and
 * without a network by what this device kept of the last sign-in.
 */
export async function restoreSession(cache: QueryClient): Promise<"in" | "out"> {
  const known = cache.getQueryData<Me>(meQuery.queryKey);
  if (!hasToken()) {
    const outcome = await renew();
    if (outcome === "ended") {
      await leaveSession(cache);
      return "out";
    }
    if (outcome === "unreachable") {
      if (known === undefined) return "out";
      workFor(known.account.id);
      return "in";
    }
  }
  const same = known?.account.id === tokenHolder();
  if (known !== undefined && !same) await forgetAnswers(cache);
  const asked = cache.query(meQuery).then((me) => rememberPlace(me.scope.name));
  // Who is known goes on at once: without a network no answer may ever come.
  if (same) asked.catch(() => undefined);
  else await asked;
  return "in";
}

/** Leaves a session that is over: this device forgets the answers that were given in it. Drafts stay. */
export async function leaveSession(cache: QueryClient): Promise<void> {
  dropToken();
  await forgetAnswers(cache);
}

/** Signs out here, at the server as soon as it can be reached, and forgets what this device kept of answers. Drafts stay. */
export async function signOut(cache: QueryClient): Promise<void> {
  const ended = endSession();
  await forgetAnswers(cache);
  await ended;
}
