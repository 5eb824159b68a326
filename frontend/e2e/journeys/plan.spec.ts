import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../hand";
import { Office } from "../office";
import { acceptAll, departments, type List, onTime, type Report, reportOf, reportThroughApi } from "./town";

const plan = resolve(import.meta.dirname, "../../../internal/planreader/testdata/plan.txt");
const phone = { width: 360, height: 740 };
/** The smallest picture there is. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

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

test("a commune writes down on a phone what it did, with a picture", async ({ browser }) => {
  await office.open("2024-06-03T08:00:00+07:00");
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const commune = await context.newPage();
  await signIn(commune, office.url, "pho-an");
  await commune.goto(`${office.url}/assignments`);
  await commune
    .getByRole("link", { name: /truyền thanh/i })
    .first()
    .click();
  await commune.getByRole("button", { name: "Tiếp nhận" }).click();
  await commune.getByRole("button", { name: "Bắt đầu thực hiện" }).click();
  await commune.getByRole("textbox", { name: "Việc đã làm" }).fill("Phát 26 buổi về chuyển đổi số.");
  await commune.getByRole("button", { name: "Thêm ảnh, tệp" }).click();
  const dialog = commune.getByRole("dialog");
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "loa.png", mimeType: "image/png", buffer: picture });
  await dialog.getByRole("checkbox", { name: /không tệp nào có nội dung thuộc bí mật nhà nước/ }).check();
  await dialog.getByRole("button", { name: "Thêm 1 tệp" }).click();
  await commune.getByRole("button", { name: "Ghi việc này" }).click();
  const done = commune.getByRole("list", { name: "Việc đã ghi" });
  await expect(done.getByText("Phát 26 buổi về chuyển đổi số.")).toBeVisible();
  await expect(done.getByText("đã nhận").first()).toBeVisible();
  await context.close();
});

test("a commune reports on a phone, is returned, corrects, and is accepted", async ({ browser }) => {
  await office.open("2024-11-06T08:00:00+07:00");
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const commune = await context.newPage();
  await signIn(commune, office.url, "pho-an");
  await expect(commune.getByText("Báo cáo năm 2024").first()).toBeVisible();
  await expect(commune.getByText("còn 3 ngày").first()).toBeVisible();
  const { id } = await reportOf(office, "pho-an");
  for (const code of ["4", "5", "8"]) {
    await commune.goto(`${office.url}/reports/${id}/sections/${code}`);
    await commune.getByRole("button", { name: "Không phát sinh phần này" }).click();
    await arrived("pho-an", ({ content }) => content.sections[code]?.nil === true);
  }
  await commune.goto(`${office.url}/reports/${id}/sections/9`);
  await commune.getByRole("textbox", { name: "Buổi phát thanh" }).fill("300");
  await commune.getByRole("textbox", { name: "Thời lượng phát thanh" }).fill("4500");
  await commune.getByRole("textbox", { name: "Kết quả nổi bật" }).fill("Phát 300 buổi về chuyển đổi số.");
  await arrived("pho-an", ({ content }) => content.sections["9"]?.text.includes("chuyển đổi số") === true);
  expect(await commune.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await handIn(commune, id, "Nộp báo cáo");
  await expect(commune.getByText(/BN-2024-\d{4}/).first()).toBeVisible();

  const vhtt = await browser.newPage();
  await signIn(vhtt, office.url, "vhtt");
  await vhtt.goto(`${office.url}/review/${id}`);
  await vhtt.getByRole("button", { name: /^Trả lại/ }).click();
  await vhtt
    .getByRole("textbox", { name: "Lời nhắn chung" })
    .fill("Số buổi và thời lượng chưa khớp, đề nghị kiểm tra lại.");
  await vhtt
    .getByRole("button", { name: /^Trả lại/ })
    .last()
    .click();
  await expect(vhtt.getByText(/Đã trả lại báo cáo cho/).first()).toBeVisible();

  await commune.goto(office.url);
  await expect(commune.getByText("đề nghị kiểm tra lại", { exact: false }).first()).toBeVisible();
  await commune.goto(`${office.url}/reports/${id}/sections/9`);
  await commune.getByRole("textbox", { name: "Buổi phát thanh" }).fill("312");
  await commune.getByRole("textbox", { name: "Thời lượng phát thanh" }).fill("4680");
  await arrived("pho-an", ({ content }) => content.sections["9"]?.values["9.2"]?.value === 4680);
  await handIn(commune, id, "Đã sửa, gửi lại");

  await vhtt.goto(`${office.url}/review/${id}`);
  await vhtt.getByRole("button", { name: /^Tiếp nhận/ }).click();
  await vhtt.getByRole("dialog").getByRole("button", { name: "Tiếp nhận" }).click();
  await expect(vhtt.getByText(/Đã tiếp nhận báo cáo/).first()).toBeVisible();
  expect(await reportOf(office, "pho-an")).toMatchObject({
    state: "accepted",
    standing: "on_time",
    revision: 2,
  });
  await vhtt.close();
  await context.close();
});

test("the others report, one late, one not at all", async () => {
  // 12 communes report 100, 101, … 111 broadcasts on time: 12 × 100 + (0 + 1 + … + 11 = 66) = 1,266.
  for (const [n, username] of onTime.entries()) await reportThroughApi(office, username, 100 + n);
  for (const username of departments) await reportThroughApi(office, username, null);
  await office.open("2024-11-11T09:00:00+07:00");
  await reportThroughApi(office, "pho-nhon", 50); // late by 2 days; Phổ Châu reports nothing
  const api = await office.as("vhtt");
  await acceptAll(api);
  const { items } = await api.call<List<Report>>("GET", "/reports?limit=200&kind=agency");
  const count = (...standings: string[]) => items.filter((one) => standings.includes(one.standing)).length;
  expect([count("missing"), count("late"), count("on_time", "nil"), items.length]).toEqual([1, 1, 33, 35]);
});

test("the culture office adds them up and writes; the leader approves; the official files come out", async ({
  browser,
}) => {
  const api = await office.as("vhtt");
  const round = (await api.call<List<{ id: string }>>("GET", "/rounds")).items[0]?.id ?? "";
  const vhtt = await browser.newPage();
  await signIn(vhtt, office.url, "vhtt");
  await vhtt.goto(`${office.url}/follow`);
  await expect(vhtt.getByText("Trễ 2 ngày").first()).toBeVisible();
  await vhtt.goto(`${office.url}/rounds/${round}/consolidation`);
  await vhtt.getByRole("button", { name: "Bắt đầu tổng hợp" }).click();
  await expect(vhtt.getByText("Phổ Châu").first()).toBeVisible();
  await vhtt.goto(`${office.url}/rounds/${round}/consolidation?section=9`);
  // Phổ An 312 + the twelve 1,266 + Phổ Nhơn 50 = 1,628 broadcasts; 4,680 minutes are Phổ An's alone.
  const sheet = vhtt.getByRole("article", { name: "Báo cáo tổng hợp" });
  await expect(sheet.getByText("1.628").filter({ visible: true }).first()).toBeVisible();
  await expect(sheet.getByText("4.680").filter({ visible: true }).first()).toBeVisible();
  await vhtt
    .getByRole("article", { name: "UBND xã Phổ An" })
    .getByRole("button", { name: /^Gộp(?! có)/ })
    .click();
  await expect(sheet.getByText("Phát 300 buổi về chuyển đổi số.").first()).toBeVisible();
  await expect(vhtt.getByText(/Tự lưu lúc/).first()).toBeVisible();
  await vhtt.getByRole("button", { name: "Trình lãnh đạo" }).first().click();
  await vhtt.getByRole("dialog").getByRole("button", { name: "Trình lãnh đạo" }).click();
  await expect(vhtt.getByText(/Đã trình lãnh đạo lúc/).first()).toBeVisible();

  const leader = await browser.newPage();
  await signIn(leader, office.url, "lanhdao");
  await expect(leader.getByText("Phổ Châu").first()).toBeVisible();
  await leader.goto(`${office.url}/rounds/${round}/consolidation`);
  await leader.getByRole("button", { name: "Duyệt báo cáo" }).first().click();
  await leader.getByRole("dialog").getByLabel("Số, ký hiệu").fill("210/BC-UBND");
  await leader.getByRole("dialog").getByRole("button", { name: "Duyệt báo cáo" }).click();
  await expect(leader.getByText(/số 210\/BC-UBND/).first()).toBeVisible();
  for (const [button, name] of [
    ["Tải .docx", /\.docx$/],
    ["Số liệu .xlsx", /\.xlsx$/],
  ] as const) {
    const coming = leader.waitForEvent("download");
    await leader.getByRole("button", { name: button }).first().click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(name);
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  }
  expect((await reportOf(office, "pho-an")).state).toBe("locked");
  await vhtt.close();
  await leader.close();
});

/** Waits until the office has what was written on the phone; a page left before that would ask first. */
async function arrived(username: string, isThere: (report: Report) => boolean): Promise<void> {
  await expect.poll(async () => isThere(await reportOf(office, username)), { timeout: 30_000 }).toBe(true);
}

/** Looks the report through, right after the last word was written, and hands it in. */
async function handIn(page: Page, id: string, verb: string): Promise<void> {
  await page.goto(`${office.url}/reports/${id}/check`);
  await page.getByRole("button", { name: verb }).click();
  await page.getByRole("dialog").getByRole("button", { name: verb }).click();
  await expect(page.getByRole("heading", { level: 1, name: /đã nhận báo cáo/ })).toBeVisible();
}
