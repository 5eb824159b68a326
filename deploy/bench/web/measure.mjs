// Measures the web app in a real Chromium as the product serves it, and prints JSON. One argument, JSON too:
// {"url", "password", "office", "commune": usernames, "chromium": its program, "lighthouse": whether Lighthouse audits the pages}.
import { bytes } from "./bytes.mjs";
import { open } from "./browser.mjs";
import { audits } from "./lighthouse.mjs";
import { matrix } from "./matrix.mjs";
import { pages } from "./pages.mjs";

const asked = JSON.parse(process.argv[2] ?? "{}");
const browser = await open(asked.chromium);
try {
  const took = {};
  const timed = async (part, work) => {
    const begun = performance.now();
    const result = await work();
    took[part] = (performance.now() - begun) / 1000;
    return result;
  };
  const all = await pages(asked);
  const result = {
    browser: await browser.version(),
    pages: await timed("bytes", () => bytes(browser, asked, all)),
    matrix: await timed("matrix", () => matrix(browser, asked)),
    audits: asked.lighthouse ? await timed("lighthouse", () => audits(browser, asked, all)) : [],
    took,
  };
  process.stdout.write(JSON.stringify(result));
} finally {
  await browser.close();
}
