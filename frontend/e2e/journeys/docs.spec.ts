import AxeBuilder from "@axe-core/playwright";
import { expect as patient, type Page, test } from "@playwright/test";
import { Office, password } from "../office";

/** The library draws all the endpoints anew at every answer: on a busy machine that takes its time. */
const expect = patient.configure({ timeout: 30_000 });
const office = new Office(8393, "development");

interface Contract {
  paths: Record<string, Record<string, { operationId: string; tags: string[] }>>;
}

test.setTimeout(400_000);
test.beforeAll(async () => {
  office.register("2024-11-06T08:00:00+07:00");
  await office.open("2024-11-06T08:00:00+07:00");
});
test.afterAll(() => office.end());

test("a programmer reads every endpoint of the contract by noun, from this server alone", async ({
  page,
}) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${office.url}/`))
      foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await open(page);
  await expect(page).toHaveTitle("Giao diện lập trình (API) | Lan Tỏa");
  await expect(page.locator("html")).toHaveAttribute("lang", "vi");
  const contract = (await (await page.request.get(`${office.url}/openapi.json`)).json()) as Contract;
  const calls = Object.values(contract.paths).flatMap((path) => Object.values(path));
  await expect(page.locator(".opblock")).toHaveCount(calls.length);
  for (const { operationId, tags } of calls)
    await expect(page.locator(`#operations-${tags[0]}-${operationId}`)).toHaveCount(1);
  const nouns = page.getByRole("navigation", { name: "Các nhóm lời gọi" }).getByRole("link");
  await expect(nouns).toHaveCount(new Set(calls.flatMap(({ tags }) => tags)).size);
  for (const noun of await nouns.allTextContents())
    expect(noun, "a noun has its Vietnamese name").toMatch(/\S \S/);
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});

test("a programmer signs in, calls GET /me and reads the answer; a wrong password is said", async ({
  page,
}) => {
  await open(page);
  await page.getByLabel("Tên đăng nhập").fill("vhtt");
  await page.getByLabel("Mật khẩu").fill("không phải");
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("status")).toContainText(/mật khẩu/i);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập" }).click();
  await expect(page.getByRole("status")).toHaveText(
    "Đang gọi với tài khoản vhtt, Phòng Văn hóa và Thông tin.",
  );
  expect(await page.context().cookies(), "the app's own session stays as it is").toEqual([]);
  await callMe(page, 200);
  await page.getByRole("button", { name: "Thôi dùng tài khoản này" }).click();
  await expect(page.getByLabel("Tên đăng nhập")).toBeVisible();
  await callMe(page, 401);
});

test("a programmer brings an access token along", async ({ page }) => {
  await open(page);
  const answer = await page.request.post(`${office.url}/api/v1/sessions`, {
    data: { username: "pho-an", password },
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  await page.getByLabel("Hoặc mã truy cập").fill(access_token);
  await page.getByRole("button", { name: "Dùng mã này" }).click();
  await expect(page.getByRole("status")).toContainText("Đang gọi với tài khoản pho-an");
  await callMe(page, 200);
});

test("with a call open the page fits a phone and a desk, and has no serious barrier", async ({ page }) => {
  await open(page);
  await callMe(page, 401);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `wider than ${width} px`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
});

async function open(page: Page): Promise<void> {
  await page.goto(`${office.url}/docs`);
  await expect(page.locator("#operations-me-getMe")).toBeVisible();
}

/** Calls GET /me through the page and waits until the page shows the status of the answer. */
async function callMe(page: Page, status: number): Promise<void> {
  const me = page.locator("#operations-me-getMe");
  const execute = me.getByRole("button", { name: "Execute" });
  if (!(await execute.isVisible())) await me.locator(".opblock-summary-control").click();
  const answered = page.waitForResponse(`${office.url}/api/v1/me`);
  await execute.click();
  patient((await answered).status()).toBe(status);
  await expect(me.locator(".live-responses-table tbody .response-col_status").first()).toContainText(
    String(status),
  );
}
