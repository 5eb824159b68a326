import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Hear = (event: object) => void;
type Kept = Map<string, string>;

/** The service worker of version 3 on a device with these caches, before a server that answers so. */
function worker(caches: Map<string, Kept>, serve: (path: string) => Response) {
  const hears = new Map<string, Hear>();
  const path = (request: string | { url: string }) =>
    new URL(typeof request === "string" ? request : request.url, "http://app").pathname;
  const answer = (kept: Kept | undefined, request: string | { url: string }) => {
    const text = kept?.get(path(request));
    return Promise.resolve(text === undefined ? undefined : new Response(text));
  };
  const source = readFileSync("served/sw.js", "utf8")
    .replace("__VERSION__", "3")
    .replace('"__FILES__"', '["/", "/assets/new.js"]');
  const self = {
    location: { origin: "http://app" },
    clients: { claim: () => Promise.resolve() },
    addEventListener: (name: string, hear: Hear) => hears.set(name, hear),
  };
  const device = {
    keys: () => Promise.resolve([...caches.keys()]),
    delete: (name: string) => Promise.resolve(caches.delete(name)),
    open: (name: string) =>
      Promise.resolve({ match: (request: string) => answer(caches.get(name), request) }),
    match: (request: string) =>
      answer(
        [...caches.values()].find((kept) => kept.has(path(request))),
        request,
      ),
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the worker runs as the browser runs it
  const run = new Function("self", "caches", "fetch", source) as (...given: object[]) => void;
  run(self, device, (request: { url: string }) => Promise.resolve(serve(path(request))));
  return {
    activate: () =>
      new Promise((done) => hears.get("activate")?.({ waitUntil: (work: Promise<void>) => done(work) })),
    get: (url: string, mode = "cors") =>
      new Promise<Response>((done) =>
        hears.get("fetch")?.({
          request: { method: "GET", url: `http://app${url}`, mode },
          respondWith: (response: Promise<Response>) => done(response),
        }),
      ),
  };
}

const versions = () =>
  new Map([
    ["lantoa-1", new Map([["/", "page 1"]])],
    [
      "lantoa-2",
      new Map([
        ["/", "page 2"],
        ["/assets/old.js", "old part"],
      ]),
    ],
    ["lantoa-3", new Map([["/", "page 3"]])],
  ]);

test("after an update the pages that are open still find the parts of the version before", async () => {
  const caches = versions();
  const { activate, get } = worker(caches, () => new Response("", { status: 404 }));
  await activate();
  expect([...caches.keys()]).toEqual(["lantoa-2", "lantoa-3"]);
  expect(await (await get("/assets/old.js")).text()).toBe("old part");
});

test("a failing server opens the kept first page of this version", async () => {
  const { get } = worker(versions(), () => new Response("bad gateway", { status: 502 }));
  expect(await (await get("/reports", "navigate")).text()).toBe("page 3");
});
