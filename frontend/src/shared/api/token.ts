import { unreachable } from "./problem";
import { reach } from "./reach";

/** What came of asking for a new access token. */
type Renewal = "renewed" | "ended" | "unreachable";

interface Granted {
  access_token: string;
}

const root = `${window.location.origin}/api/v1`;
const signedOut = "lantoa-signed-out";
let token: string | null = null;
let holder: string | null = null;
let ended = false;
let renewing: Promise<Renewal> | null = null;
const ends = new Set<() => void>();

/** Tells when the session ended while someone was at work, so that the app can ask for the password again. */
export function onSessionEnd(hear: () => void): () => void {
  ends.add(hear);
  return () => ends.delete(hear);
}

/** Whether this tab holds an access token; it lies in memory only and is gone with the tab. */
export function hasToken(): boolean {
  return token !== null;
}

/** Whether the server ended the session that this tab worked in, and nobody has signed in since. */
export function hasEnded(): boolean {
  return ended;
}

/** For whom this tab works, with a token or without a network: the account's id; null when nobody is signed in. */
export function tokenHolder(): string | null {
  return holder;
}

/** Works for an account that this device remembers, until the office can be reached and grants a token. */
export function workFor(account: string): void {
  holder = account;
}

/**
 * Keeps a newly granted access token and tells whether it is this account's. One of another account means that another tab
 * changed the user: it is not taken, since what was written here is not that account's, and the page opens anew.
 */
export function keepToken(granted: string): boolean {
  const subject = subjectOf(granted);
  if (holder !== null && subject !== holder) {
    token = null;
    window.location.assign("/");
    return false;
  }
  holder = subject;
  token = granted;
  ended = false;
  return true;
}

/** Forgets the access token and whose it was. */
export function dropToken(): void {
  token = null;
  holder = null;
  ended = false;
}

/** Whoever signs in takes the cookie over: a signing-out that the server has not heard of is none any more. */
export function takeCookie(): void {
  remember(false);
}

/**
 * Ends the session on this device at once, and at the server when it can be reached. Scripts cannot remove its cookie; until
 * the server has, nobody is let in by it.
 */
export async function endSession(): Promise<void> {
  remember(true);
  dropToken();
  await underLock(endAtServer).catch(() => undefined);
}

/**
 * Renews the access token by the refresh cookie. One tab at a time: the cookie rotates, and the server takes a second use
 * of an old one for theft and ends the login.
 */
export function renew(): Promise<Renewal> {
  renewing ??= underLock(askForToken).finally(() => {
    renewing = null;
  });
  return renewing;
}

/** fetch with the access token; on 401 it renews once and asks again, and tells when the session is over. */
export async function authorisedFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const [sent, sender] = [token, holder];
  const answer = await reach(withToken(request));
  if (answer.status !== 401 || isSessionCall(request)) return answer;
  // Another request of this tab may have renewed meanwhile.
  const renewed = (token !== null && token !== sent) || (await bearer.renew());
  return renewed && holder === sender ? reach(withToken(again)) : answer;
}

/** For calls that cannot go through fetch: the headers every call carries, and a renewal that tells when the session is over. */
export const bearer = {
  headers: (): [string, string][] => {
    const language: [string, string] = [
      "Accept-Language",
      document.documentElement.lang === "en" ? "en" : "vi",
    ];
    return token === null ? [language] : [language, ["Authorization", `Bearer ${token}`]];
  },
  renew: async (): Promise<boolean> => {
    const outcome = await renew();
    if (outcome === "unreachable") throw unreachable as unknown;
    if (outcome === "ended") for (const hear of ends) hear();
    return outcome === "renewed";
  },
};

function withToken(request: Request): Request {
  for (const [name, value] of bearer.headers()) request.headers.set(name, value);
  return request;
}

function isSessionCall(request: Request): boolean {
  const path = new URL(request.url, window.location.origin).pathname;
  return request.method === "POST" && path.startsWith("/api/v1/sessions");
}

async function askForToken(): Promise<Renewal> {
  if (remembered()) {
    await endAtServer().catch(() => undefined);
    return end();
  }
  const answer = await reach(new Request(`${root}/sessions/refresh`, { method: "POST" })).catch(() => null);
  if (answer === null || isAway(answer)) return "unreachable";
  if (!answer.ok) return end();
  return keepToken(((await answer.json()) as Granted).access_token) ? "renewed" : "ended";
}

function end(): Renewal {
  token = null;
  ended = true;
  return "ended";
}

async function endAtServer(): Promise<void> {
  const answer = await reach(new Request(`${root}/sessions/current`, { method: "DELETE" }));
  if (!isAway(answer)) remember(false);
}

function isAway({ status }: Response): boolean {
  return status >= 500 || status === 429;
}

/** Whether someone signed out here and the server has not heard of it yet. */
function remembered(): boolean {
  try {
    return localStorage.getItem(signedOut) !== null;
  } catch {
    return false; // a window that keeps nothing keeps no cookie for long either
  }
}

function remember(owed: boolean): void {
  try {
    if (owed) localStorage.setItem(signedOut, "1");
    else localStorage.removeItem(signedOut);
  } catch {
    // as above
  }
}

async function underLock<T>(work: () => Promise<T>): Promise<T> {
  // Plain http on another host than localhost has no locks; then one tab must do.
  return "locks" in navigator ? await navigator.locks.request("lantoa-renew", work) : await work();
}

function subjectOf(jwt: string): string | null {
  try {
    const part = jwt.split(".")[1] ?? "";
    const claims = JSON.parse(atob(part.replaceAll("-", "+").replaceAll("_", "/"))) as { sub?: unknown };
    return typeof claims.sub === "string" ? claims.sub : null;
  } catch {
    return null;
  }
}
