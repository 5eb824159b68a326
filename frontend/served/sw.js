// Keeps the code of the app on the device, so that it opens over a weak network and without one. Answers of the API and drafts
// are kept by the app itself; nothing of /api passes here.

const name = "lantoa-__VERSION__";
const files = "__FILES__";
/** The same file answers every request for it, whatever headers the browser adds. */
const anyHeaders = { ignoreVary: true, ignoreSearch: true };
/** How long the server may take for the first page before the kept one opens, in milliseconds. */
const patience = 3000;

/** Files named by their content are taken over from the version before: an update fetches only what changed. */
async function fetched(file) {
  const old = file.startsWith("/assets/") ? await caches.match(file, anyHeaders) : undefined;
  return old ?? (await fetch(new Request(file, { cache: "no-cache" })));
}

async function install() {
  const cache = await caches.open(name);
  for (const file of files) {
    const answer = await fetched(file);
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    await cache.put(file, answer);
  }
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((key) => key.startsWith("lantoa-") && key !== name);
  // The version before stays: pages that are open still fetch their lazy parts from it.
  await Promise.all(old.slice(0, -1).map((key) => caches.delete(key)));
  await self.clients.claim();
}

/** The newest first page when the server answers in time, else the kept one. */
async function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const first = await Promise.race([fetch(request).catch(() => undefined), late]);
  // A failing server, or the proxy that speaks for it, has not answered.
  if (first !== undefined && first.status < 500) return first;
  return (await kept("/")) ?? first ?? (await fetch(request));
}

async function kept(request) {
  return (await caches.open(name)).match(request, anyHeaders);
}

async function asset(request) {
  return (await kept(request)) ?? (await caches.match(request, anyHeaders)) ?? (await fetch(request));
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    // What the server itself shows (the contract, its try-out page, files) has an ending or lies in its own places.
    const own = /^\/(api|docs|healthz|readyz|metrics|\.well-known)(\/|$)|\.\w+$/.test(pathname);
    if (!own) event.respondWith(page(request));
  } else if (pathname.startsWith("/assets/") || files.includes(pathname)) event.respondWith(asset(request));
});
