import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

/** With PICTURES=on the screens are kept in data/pictures, from where a few go into docs/pictures; else in the test's results. */
const pictures =
  process.env["PICTURES"] === "on" ? resolve(import.meta.dirname, "../../../data/pictures") : null;
if (pictures !== null) mkdirSync(pictures, { recursive: true });

/** The two devices that every screen is looked at on. */
export const devices = [
  { width: 360, height: 740 },
  { width: 1440, height: 900 },
] as const;

/** A screen as it stands: loaded, not wider than the device, nothing that axe finds in light or dark; and its picture. */
export async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await still(page);
  await page.screenshot({
    path: join(pictures ?? test.info().outputDir, `${name}-${width}.png`),
    fullPage: width === 360,
  });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, `${name} is ${over} px wider than ${width}`).toBeLessThanOrEqual(0);
  expect.soft(await found(new AxeBuilder({ page })), `axe on ${name} at ${width}`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await still(page);
  const contrast = new AxeBuilder({ page }).withRules(["color-contrast"]);
  expect.soft(await found(contrast), `axe on ${name} at ${width}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Waits until nothing moves or fades any more. */
async function still(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  );
}

/** What axe finds, each with the first places. */
async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => {
    const places = nodes.map(({ target }) => target.join(" ")).slice(0, 3);
    return `${id}: ${places.join(" | ")}`;
  });
}
