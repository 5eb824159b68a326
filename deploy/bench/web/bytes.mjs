import { get } from "node:http";
import { forget, signedIn } from "./browser.mjs";

/** What each page fetches of code, styles and faces, in bytes as they travel; of every page after the first only what it adds. */
export async function bytes(browser, asked, pages) {
  const weights = new Map();
  const weigh = async (address) => {
    if (!weights.has(address))
      weights.set(address, { gzip: await travels(address, "gzip"), brotli: await travels(address, "br") });
    return weights.get(address);
  };
  const sum = async (files, end) => {
    const all = await Promise.all(files.filter((file) => file.endsWith(end)).map(weigh));
    return all.reduce((total, { gzip, brotli }) => [total[0] + gzip, total[1] + brotli], [0, 0]);
  };
  const doors = new Map();
  let first = new Set();
  const out = [];
  for (const { name, path, who } of pages) {
    if (!doors.has(who)) doors.set(who, await signedIn(browser, asked, who));
    const files = await fetched(doors.get(who), asked.url, path);
    const added = [...files].filter((file) => !first.has(file));
    const [scripts, scriptsBrotli] = await sum(added, ".js");
    const [styles, stylesBrotli] = await sum(added, ".css");
    const [fonts] = await sum(added, ".woff2");
    out.push({ name, scripts, styles, fonts, scripts_brotli: scriptsBrotli, styles_brotli: stylesBrotli });
    if (first.size === 0) first = files;
  }
  for (const page of doors.values()) await page.browserContext().close();
  return out;
}

/** The app's own files that a page asks for until nothing moves any more. */
async function fetched(page, url, path) {
  await page.goto("about:blank");
  await forget(page, url);
  const files = new Set();
  const note = (request) => {
    if (/\/assets\/[^?]+\.(js|css|woff2)$/.test(request.url())) files.add(request.url());
  };
  page.on("request", note);
  await page.goto(url + path, { waitUntil: "networkidle0", timeout: 120_000 });
  page.off("request", note);
  return files;
}

/** How many bytes of body travel for a file when the browser takes one way of packing. */
function travels(address, encoding) {
  return new Promise((done, fail) => {
    get(address, { headers: { "Accept-Encoding": encoding } }, (answer) => {
      let length = 0;
      answer.on("data", (part) => (length += part.length));
      answer.on("end", () => (answer.statusCode === 200 ? done(length) : fail(new Error(`${address}: ${answer.statusCode}`))));
    }).on("error", fail);
  });
}
