import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { signIn } from "../hand";
import { Office } from "../office";
import { type Part, parts, type Screen } from "./list";
import { devices, look } from "./look";
import { planDocument, worldOf } from "./world";

const office = new Office(8392, "demonstration");
let all: Part[];

test.describe.configure({ mode: "default", timeout: 120_000 });
test.beforeAll(async () => {
  await office.open("2024-11-06T08:00:00+07:00");
  all = parts(await worldOf(office), office);
});
test.afterAll(() => office.end());

test("the front door", async ({ page }) => {
  for (const device of devices) {
    await page.setViewportSize(device);
    await page.goto(`${office.url}/sign-in`);
    await look(page, "dang-nhap");
    await page.getByLabel("Tên đăng nhập").fill("pho-an");
    await page.getByRole("textbox", { name: "Mật khẩu" }).fill("sai mật khẩu");
    await page.getByRole("button", { name: "Đăng nhập" }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await look(page, "dang-nhap-sai");
  }
});

test("the document beside what was read of it", async ({ page }) => {
  await signIn(page, office.url, "vhtt");
  await page.goto(`${office.url}/plans/import`);
  await page.locator("input[type=file]").setInputFiles(planDocument);
  for (const device of devices) {
    await page.setViewportSize(device);
    await expect(page.getByText("Đọc được 9 nhiệm vụ")).toBeVisible();
    await look(page, "nhap-van-ban");
    await page.reload(); // what was read is kept on the device
  }
});

// The list needs addresses that are known once the server runs; its titles and names do not.
const nowhere = parts(new Proxy({} as never, { get: () => "" }), office);
for (const [at, { title, screens }] of nowhere.entries())
  test.describe(title, () => {
    let context: BrowserContext;
    let page: Page;
    test.beforeAll(async ({ browser }) => {
      const part = partAt(at);
      await part.before?.();
      context = await browser.newContext();
      page = await context.newPage();
      await signIn(page, office.url, part.username);
      if (part.english === true) await page.evaluate(() => localStorage.setItem("lantoa-language", "en"));
    });
    test.afterAll(() => context.close());

    for (const [which, { name }] of screens.entries())
      test(name, async () => {
        const { path, open } = partAt(at).screens[which] as Screen;
        for (const device of devices) {
          await page.setViewportSize(device);
          await page.goto(office.url + path);
          await open?.(page);
          await look(page, name);
          await context.setOffline(false);
        }
      });
  });

function partAt(at: number): Part {
  return all[at] as Part;
}
