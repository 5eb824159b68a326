import lighthouse from "lighthouse";
import { forget, median, signedIn } from "./browser.mjs";

const categories = ["performance", "accessibility", "best-practices"];
/** How many times each page is audited; the median counts. */
const rounds = 3;

/**
 * What Lighthouse finds on the audited pages, with its settings for a phone (four times slower processor, slow 4G); the browser is
 * emptied before each audit, but for the session.
 */
export async function audits(browser, asked, pages) {
  const doors = new Map();
  const out = [];
  for (const { name, path, who } of pages.filter((one) => one.audited)) {
    if (!doors.has(who)) doors.set(who, await signedIn(browser, asked, who));
    const found = [];
    for (let n = 0; n < rounds; n++) found.push(await audit(doors.get(who), asked.url, path));
    out.push({ name, ...median(found, ({ performance }) => performance) });
  }
  for (const page of doors.values()) await page.browserContext().close();
  return out;
}

async function audit(page, url, path) {
  await page.goto("about:blank");
  await forget(page, url);
  const settings = { logLevel: "error", onlyCategories: categories, disableStorageReset: true };
  const { lhr } = await lighthouse(url + path, settings, undefined, page);
  if (lhr.runtimeError !== undefined) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${path} led to ${lhr.finalDisplayedUrl}`);
  const score = (category) => lhr.categories[category].score;
  const value = (audit) => lhr.audits[audit].numericValue;
  const lacking = categories.slice(1).flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => id),
  );
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    best_practices: score("best-practices"),
    fcp: value("first-contentful-paint"),
    lcp: value("largest-contentful-paint"),
    tbt: value("total-blocking-time"),
    cls: value("cumulative-layout-shift"),
    lacking,
  };
}
