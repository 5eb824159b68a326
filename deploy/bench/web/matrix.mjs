import { median, signedIn } from "./browser.mjs";

/** How long the matrix is scrolled, and how often the wheel turns by how much meanwhile: in milliseconds and pixels. */
const length = 5000;
const rounds = 3; // down, up, down; the median counts
const pause = 40;
const notch = 120;
const taps = 10;
/** Stands on the page once every row has come: how many belong to the view. */
const whole = "main nav a[aria-current] .num";

const devices = [
  { width: 1440, height: 900 },
  { width: 360, height: 740, isMobile: true, hasTouch: true },
];

/** How the matrix scrolls and how soon it answers a tap, at a desk and on a phone. */
export async function matrix(browser, asked) {
  const out = [];
  for (const device of devices) {
    const page = await signedIn(browser, asked, asked.office);
    await page.setViewport(device);
    const begun = performance.now();
    await page.goto(`${asked.url}/follow`);
    await page.waitForSelector("main [data-index]", { timeout: 120_000 });
    const first = performance.now() - begun;
    await page.waitForSelector(whole, { timeout: 300_000 });
    await rest(1000);
    const rows = await page.evaluate(agencies);
    const scrolls = [];
    for (let n = 0; n < rounds; n++) scrolls.push(await scroll(page, device, n % 2 === 0 ? notch : -notch));
    const frames = median(scrolls, ({ dropped }) => dropped);
    const answers = [];
    for (let n = 0; n < taps; n++) answers.push(...(await tap(page, device, n)));
    answers.sort((a, b) => a - b);
    const tapped = { median: answers[answers.length >> 1], most: answers.at(-1), count: answers.length };
    out.push({ width: device.width, rows, first_row: first, frames, taps: tapped });
    await page.browserContext().close();
  }
  return out;
}

/** How many agencies the matrix has, drawn or not. */
function agencies() {
  const sizes = document.querySelectorAll("main tbody th[scope=rowgroup] .num, main section > h2 .num");
  return [...sizes].reduce((sum, { textContent }) => sum + Number(textContent), 0);
}

/** Turns the wheel for some seconds and looks at the time from frame to frame: a dropped one took longer than one and a half of 1/60 s. */
async function scroll(page, { width, height }, deltaY) {
  await page.mouse.move(width / 2, height * 0.7);
  await page.evaluate(() => {
    window.frames_ = [];
    const tick = (at) => {
      window.frames_.push(at);
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  for (const end = performance.now() + length; performance.now() < end; ) {
    await page.mouse.wheel({ deltaY });
    await rest(pause);
  }
  const took = await page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    return window.frames_.slice(1).map((at, n) => at - window.frames_[n]);
  });
  const dropped = took.filter((ms) => ms > (1000 / 60) * 1.5).length;
  return { count: took.length, dropped: dropped / took.length, longest: Math.max(...took) };
}

/** Opens a duty and closes it again; on a phone its agency is unfolded first. Milliseconds from each tap to the painted answer. */
async function tap(page, { isMobile }, n) {
  const panel = isMobile ? "dialog[open]" : "aside[aria-labelledby] h2, dialog[open]";
  const answers = isMobile ? [await answer(page, n, "summary", "details[open] > ul", isMobile)] : [];
  const duty = isMobile ? "details[open] li button" : "td[data-row]:not([data-none])";
  answers.push(await answer(page, isMobile ? 0 : n, duty, panel, isMobile));
  await page.keyboard.press("Escape");
  await page.waitForFunction((one) => document.querySelector(one) === null, {}, panel);
  if (isMobile) await page.evaluate(() => document.querySelectorAll("details[open]").forEach((one) => (one.open = false)));
  await rest(300);
  return answers;
}

function rest(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** Taps on one of a kind that is in sight, and waits until its answer is painted. */
async function answer(page, n, on, shows, touch) {
  const place = await page.evaluate(middle, on, n);
  await page.evaluate((selector) => {
    window.answered = new Promise((done) => {
      const begin = ({ timeStamp }) => {
        const look = () =>
          document.querySelector(selector) === null
            ? requestAnimationFrame(look)
            : setTimeout(() => done(performance.now() - timeStamp)); // after this frame's paint
        requestAnimationFrame(look);
      };
      window.addEventListener("pointerdown", begin, { capture: true, once: true });
    });
  }, shows);
  if (touch) await page.touchscreen.tap(place.x, place.y);
  else await page.mouse.click(place.x, place.y);
  return page.evaluate(() => window.answered);
}

/** The middle of one of the first that match and lie uncovered on the screen, another for each n. */
function middle(selector, n) {
  const seen = [...document.querySelectorAll(`main ${selector}`)].flatMap((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const at = { x: x + width / 2, y: y + height / 2 };
    return one.contains(document.elementFromPoint(at.x, at.y)) ? [at] : [];
  });
  if (seen.length === 0) throw new Error(`no ${selector} in sight`);
  return seen[n % Math.min(seen.length, 4)];
}
