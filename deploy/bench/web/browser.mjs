import puppeteer from "puppeteer-core";

/** Debian's Chromium, as the journeys of the web app start it. */
export function open(executablePath) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
  args.push("--disable-component-update", "--disable-sync", "--lang=vi-VN");
  return puppeteer.launch({ executablePath, args });
}

/** A page of a browser of its own in which an account is signed in; without one, in which nobody is. */
export async function signedIn(browser, { url, password }, username) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setBypassServiceWorker(true); // what it keeps is no first visit
  if (username === undefined) return page;
  await page.goto(`${url}/sign-in`);
  await page.locator("input[autocomplete=username]").fill(username);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.waitForFunction(() => !location.pathname.startsWith("/sign-in"));
  await page.waitForSelector("h1");
  return page;
}

/** Empties what the browser keeps of the app, but for the session: the next page comes as to a device that never had it. */
export async function forget(page, url) {
  const session = await page.createCDPSession();
  await session.send("Network.clearBrowserCache");
  await session.send("Storage.clearDataForOrigin", { origin: url, storageTypes: "service_workers,cache_storage,indexeddb" });
  await session.detach();
}

/** The median of several measurements, by one figure of each. */
export function median(measured, by) {
  return measured.toSorted((a, b) => by(a) - by(b))[measured.length >> 1];
}
