import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { signIn } from "../hand";
import { Office } from "../office";

const plan = resolve(import.meta.dirname, "../../../internal/planreader/testdata/plan.txt");
const phone = { width: 360, height: 740 };

interface Report {
  id: string;
  version: number;
  agency_name: string;
  agency_id: string;
  state: string;
  standing: string;
  title: string;
  sections: { code: string; indicators: { code: string; unit: string[] }[] }[];
}
interface List<T> {
  items: T[];
}

const office = new Office(8391, "development");

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);
test.beforeAll(async () => {
  office.register("2024-03-28T08:00:00+07:00");
  await office.open("2024-03-28T08:00:00+07:00");
});
test.afterAll(() => office.end());

test("the culture office imports the plan, settles its groups and submits it; the leader issues it", async ({
  browser,
}) => {
  const vhtt = await browser.newPage();
  await signIn(vhtt, office.url, "vhtt");
  await vhtt.getByRole("link", { name: "Kế hoạch" }).first().click();
  await vhtt.getByRole("link", { name: "Nhập văn bản" }).first().click();
  await vhtt
    .locator("input[type=file]")
    .setInputFiles({ name: "ke-hoach.txt", mimeType: "text/plain", buffer: readFileSync(plan) });
  await expect(
    vhtt.getByText("Đọc được 9 nhiệm vụ, 2 căn cứ, 7 mục trách nhiệm và 1 chế độ báo cáo."),
  ).toBeVisible();
  await expect(vhtt.getByText("ngày cuối còn đúng hạn: Thứ Bảy 09/11/2024")).toBeVisible();
  for (let open = 3; open > 0; open--) {
    await expect(vhtt.getByRole("heading", { name: `Còn ${open} tên cần chọn` })).toBeVisible();
    await vhtt.getByRole("button", { name: "Để trống" }).first().click();
  }
  await expect(vhtt.getByRole("heading", { name: "Mọi tên đã rõ" })).toBeVisible();
  await vhtt.getByRole("button", { name: "Lập dự thảo" }).click();
  await expect(vhtt.getByRole("heading", { level: 1, name: /Công tác thông tin đối ngoại/ })).toBeVisible();
  await vhtt.getByRole("button", { name: "Trình lãnh đạo" }).click();
  await vhtt.getByRole("dialog").getByRole("button", { name: "Trình lãnh đạo" }).click();
  await expect(vhtt.getByText("Chờ ban hành").first()).toBeVisible();
  const address = vhtt.url();

  const leader = await browser.newPage();
  await signIn(leader, office.url, "lanhdao");
  await leader.goto(address);
  await leader.getByRole("button", { name: "Ban hành" }).click();
  await leader.getByRole("dialog").getByLabel("Số, ký hiệu").fill("45/KH-UBND");
  await leader.getByRole("dialog").getByRole("button", { name: "Ban hành" }).click();
  await expect(leader.getByText("Đã ban hành").first()).toBeVisible();
  await vhtt.close();
  await leader.close();

  const api = await office.as("vhtt");
  const reports = await api.call<List<Report>>("GET", "/reports?limit=200");
  expect(reports.items).toHaveLength(35);
  const { count } = await api.call<{ count: number }>("GET", "/assignments?count=true");
  expect(count).toBe(135);
});

test("a commune reports on a phone, is returned, corrects, and is accepted", async ({ browser }) => {
  await office.open("2024-11-06T08:00:00+07:00");
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const commune = await context.newPage();
  await signIn(commune, office.url, "pho-an");
  const card = commune.getByRole("article").filter({ hasText: "Báo cáo năm 2024" });
  await expect(card.or(commune.getByText("Báo cáo năm 2024")).first()).toBeVisible();
  expect(await commune.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await context.close();
});
