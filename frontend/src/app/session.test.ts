import { onlineManager } from "@tanstack/react-query";
import { HttpResponse, http as plain } from "msw";
import { afterEach, expect, test } from "vitest";
import { restoreSession, signOut } from "@/features/session/session";
import { meQuery } from "@/shared/access";
import { dropToken, keepToken, tokenHolder } from "@/shared/api/token";
import { person } from "@/testing/people";
import { server } from "@/testing/server";
import { newCache } from "./cache";

const root = "http://localhost:3000/api/v1";
const me = person("commune", []);
const token = `h.${btoa(JSON.stringify({ sub: me.account.id }))}.s`;
const lost = () => HttpResponse.error();

afterEach(() => {
  dropToken();
  localStorage.clear();
  onlineManager.setOnline(true);
});

/** The cache of someone who was told who he is some minutes ago. */
function known() {
  const cache = newCache();
  cache.setQueryData(meQuery.queryKey, me, { updatedAt: Date.now() - 6 * 60_000 });
  return cache;
}

test("who is known goes from page to page without a network", async () => {
  server.use(plain.get(`${root}/me`, lost));
  keepToken(token);
  onlineManager.setOnline(false);
  expect(await restoreSession(known())).toBe("in");
});

test("who opens the app without a network works for the account that the device remembers", async () => {
  server.use(plain.post(`${root}/sessions/refresh`, lost));
  expect(await restoreSession(known())).toBe("in");
  expect(tokenHolder()).toBe(me.account.id);
});

test("signing out without a network lasts: the cookie opens nothing, and the server ends it when it is reached", async () => {
  const ends: string[] = [];
  server.use(plain.delete(`${root}/sessions/current`, lost));
  keepToken(token);
  await signOut(known());
  expect(tokenHolder()).toBeNull();
  server.use(
    plain.delete(`${root}/sessions/current`, () => {
      ends.push("current");
      return new HttpResponse(null, { status: 204 });
    }),
  );
  expect(await restoreSession(newCache())).toBe("out");
  expect(ends).toEqual(["current"]);
});

test("a session that the server ended does not open again without a network", async () => {
  const cache = known();
  const over = () => HttpResponse.json({ code: "session.ended", status: 401 }, { status: 401 });
  server.use(plain.post(`${root}/sessions/refresh`, over));
  expect(await restoreSession(cache)).toBe("out");
  server.use(plain.post(`${root}/sessions/refresh`, lost));
  expect(await restoreSession(cache)).toBe("out");
});
