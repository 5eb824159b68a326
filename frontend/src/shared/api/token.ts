/** What came of asking for a new access token. */
export type Renewal = "renewed" | "ended" | "unreachable";

interface Granted {
  access_token: string;
}

const root = "/api/v1";
let token: string | null = null;
let holder: string | null = null;
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

/** Whose token this tab holds: the account's id. */
export function tokenHolder(): string | null {
  return holder;
}

/** Keeps a newly granted access token; one of another account than before means that another tab changed the user. */
export function keepToken(granted: string): void {
  const subject = subjectOf(granted);
  if (holder !== null && subject !== null && subject !== holder) window.location.assign("/");
  holder = subject;
  token = granted;
}

/** Forgets the access token and whose it was. */
export function dropToken(): void {
  token = null;
  holder = null;
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
  const sent = token;
  const answer = await fetch(withToken(request));
  if (answer.status !== 401 || isSessionCall(request)) return answer;
  // Another request of this tab may have renewed meanwhile.
  const renewed = (token !== null && token !== sent) || (await bearer.renew());
  return renewed ? fetch(withToken(again)) : answer;
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
    if (outcome === "unreachable") throw new TypeError("the session could not be renewed");
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
  return request.method === "POST" && path.startsWith(`${root}/sessions`);
}

async function askForToken(): Promise<Renewal> {
  let answer: Response;
  try {
    answer = await fetch(`${root}/sessions/refresh`, { method: "POST", credentials: "same-origin" });
  } catch {
    return "unreachable";
  }
  if (answer.status >= 500 || answer.status === 429) return "unreachable";
  if (!answer.ok) {
    token = null;
    return "ended";
  }
  keepToken(((await answer.json()) as Granted).access_token);
  return "renewed";
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
