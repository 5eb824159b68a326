import { HttpResponse, http as plain } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { server } from "@/testing/server";
import { unreachable } from "./problem";
import { answerLimit } from "./reach";
import { authorisedFetch, dropToken, hasToken, keepToken, onSessionEnd, renew, tokenHolder } from "./token";

const root = "http://localhost:3000/api/v1";

/** A token of an account; what it proves is the server's business. */
function tokenOf(account: string, mark: string): string {
  return `h.${btoa(JSON.stringify({ sub: account, mark }))}.s`;
}

let refreshes: number;
let good: string;

/** A server that knows one good token and gives another at each renewal. */
function serve(refresh: () => Response | Promise<Response>): void {
  server.use(
    plain.post(`${root}/sessions/refresh`, () => {
      refreshes++;
      return refresh();
    }),
    plain.get(`${root}/plans`, ({ request }) =>
      request.headers.get("Authorization") === `Bearer ${good}`
        ? HttpResponse.json({ items: [] })
        : HttpResponse.json({ code: "access.unauthenticated", status: 401 }, { status: 401 }),
    ),
  );
}

function ask(): Promise<Response> {
  return authorisedFetch(new Request(`${root}/plans`));
}

beforeEach(() => {
  refreshes = 0;
  good = tokenOf("a", "second");
  keepToken(tokenOf("a", "first"));
});
afterEach(dropToken);

test("an expired token is renewed once for all that asked meanwhile, and each asks again", async () => {
  serve(() => HttpResponse.json({ access_token: good, expires_in: 900 }));
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(refreshes).toBe(1);
});

test("when the session is over it is told, and the answer stays 401", async () => {
  serve(() => HttpResponse.json({ code: "session.ended", status: 401 }, { status: 401 }));
  const told = vi.fn();
  const stop = onSessionEnd(told);
  expect((await ask()).status).toBe(401);
  expect(told).toHaveBeenCalledOnce();
  expect(hasToken()).toBe(false);
  stop();
});

test("a server that cannot be reached ends no session", async () => {
  serve(() => HttpResponse.error());
  const told = vi.fn();
  const stop = onSessionEnd(told);
  await expect(ask()).rejects.toEqual(unreachable);
  expect(told).not.toHaveBeenCalled();
  expect(hasToken()).toBe(true);
  stop();
});

test("what one account wrote is never sent with the token of another that signed in beside it", async () => {
  const sent: (string | null)[] = [];
  server.use(
    plain.post(`${root}/sessions/refresh`, () => HttpResponse.json({ access_token: tokenOf("b", "") })),
    plain.post(`${root}/plans`, ({ request }) => {
      sent.push(request.headers.get("Authorization"));
      return HttpResponse.json({ code: "access.unauthenticated", status: 401 }, { status: 401 });
    }),
  );
  const answer = await authorisedFetch(new Request(`${root}/plans`, { method: "POST", body: "{}" }));
  expect(answer.status).toBe(401);
  expect(sent).toEqual([`Bearer ${tokenOf("a", "first")}`]);
  expect([hasToken(), tokenHolder()]).toEqual([false, "a"]);
});

test("a request that never gets its answer ends as not reached", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const asked = expect(ask()).rejects.toEqual(unreachable);
  await vi.advanceTimersByTimeAsync(answerLimit);
  await asked;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("tabs renew one after the other, so that none uses a cookie that another has used", async () => {
  const running: string[] = [];
  const lock = vi.fn(async (_: string, work: () => Promise<unknown>) => {
    running.push("begin");
    const out = await work();
    running.push("end");
    return out;
  });
  vi.stubGlobal("navigator", Object.create(navigator, { locks: { value: { request: lock } } }));
  serve(() => HttpResponse.json({ access_token: good, expires_in: 900 }));
  expect(await renew()).toBe("renewed");
  expect(lock).toHaveBeenCalledWith("lantoa-renew", expect.any(Function));
  expect(running).toEqual(["begin", "end"]);
  vi.unstubAllGlobals();
});
