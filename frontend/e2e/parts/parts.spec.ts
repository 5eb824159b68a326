import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { serveParts } from "./serve";

let stop: () => void;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  stop = await serveParts();
});
test.afterAll(() => stop());

const screens = [
  { path: "/parts", heading: "Bộ phận giao diện" },
  { path: "/sign-in", heading: "Đăng nhập" },
];
const widths = [360, 1440];
const schemes = ["light", "dark"] as const;

for (const { path, heading } of screens)
  for (const width of widths)
    for (const scheme of schemes)
      test(`${path} at ${width} px, ${scheme}: axe finds nothing and nothing overflows`, async ({
        browser,
      }) => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:4173${path}`);
        await expect(page.getByRole("heading", { level: 1, name: heading, exact: true })).toBeVisible();
        expect(await findings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        await context.close();
      });

test("the app asks no address but its own, and breaks no strict policy", async ({ page }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:4173/")) foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) refused.push(message.text());
  });
  await page.route("**/parts", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: {
        ...answer.headers(),
        "content-security-policy":
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      },
    });
  });
  await page.goto("/parts");
  await expect(page.getByRole("heading", { name: "Bộ phận giao diện" })).toBeVisible();
  await page.getByRole("button", { name: "Hỏi trước khi chốt" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});

test("the matrix, its panel and the dialogs work by keyboard alone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/parts");
  await page.getByRole("gridcell", { name: "Đúng hạn", exact: true }).first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog", { name: "Xã Phổ An" });
  await expect(panel).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("dialog", { name: "Xã Phổ Châu" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("gridcell").and(page.locator(":focus"))).toHaveCount(1);
});

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html}`),
  );
}

test("the app opens without a network once it was opened with one", async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: "allow" });
  const page = await context.newPage();
  await page.goto("http://127.0.0.1:4173/sign-in");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Đăng nhập" })).toBeVisible();
  await context.close();
});
