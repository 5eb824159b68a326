import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, type Page, test } from "@playwright/test";
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
  content: {
    sections: Record<
      string,
      { text: string; nil: boolean; values: Record<string, { value: number | null }> }
    >;
  };
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
  await expect(commune.getByText("Báo cáo năm 2024").first()).toBeVisible();
  await expect(commune.getByText("còn 3 ngày").first()).toBeVisible();
  const { id } = await reportOf("pho-an");
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
  await expect(commune.getByText(/Cơ quan đã nhận lúc/).first()).toBeVisible();
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
  await expect(commune.getByText(/Cơ quan đã nhận lúc/).first()).toBeVisible();
  await handIn(commune, id, "Đã sửa, gửi lại");

  await vhtt.goto(`${office.url}/review/${id}`);
  await vhtt.getByRole("button", { name: /^Tiếp nhận/ }).click();
  await expect(vhtt.getByText(/Đã tiếp nhận báo cáo/).first()).toBeVisible();
  expect(await reportOf("pho-an")).toMatchObject({ state: "accepted", standing: "on_time" });
  await vhtt.close();
  await context.close();
});

test("the others report, one is late and one missing; the town's report adds them up, the leader approves it", async ({
  browser,
}) => {
  const { items } = await (await office.as("vhtt")).call<List<Report>>(
    "GET",
    "/reports?limit=200&kind=agency",
  );
  const byAgency = new Map(items.map((one) => [one.agency_id, one]));
  // 12 communes report 100, 101, … 111 broadcasts on time: 12 × 100 + (0 + 1 + … + 11 = 66) = 1,266.
  for (const [n, username] of onTime.entries()) await reportThroughApi(username, 100 + n);
  for (const username of departments) await reportThroughApi(username, null);
  await office.open("2024-11-11T09:00:00+07:00");
  await reportThroughApi("pho-nhon", 50); // late by 2 days; Phổ Châu reports nothing
  const api = await office.as("vhtt");
  const handedIn = await api.call<List<Report>>("GET", "/reports?limit=200&state=submitted&kind=agency");
  await api.call("POST", "/reports/accept", {
    items: handedIn.items.map(({ id, version }) => ({ id, version })),
  });
  const after = await api.call<List<Report>>("GET", "/reports?limit=200&kind=agency");
  const count = (standing: string) => after.items.filter((one) => one.standing === standing).length;
  expect({
    missing: count("missing"),
    late: count("late"),
    good: count("on_time") + count("nil"),
    all: byAgency.size,
  }).toEqual({
    missing: 1,
    late: 1,
    good: 33,
    all: 35,
  });

  const round = (await api.call<List<{ id: string }>>("GET", "/rounds")).items[0]?.id ?? "";
  const vhtt = await browser.newPage();
  await signIn(vhtt, office.url, "vhtt");
  await vhtt.goto(`${office.url}/follow`);
  await expect(vhtt.getByText("Trễ 2 ngày").first()).toBeVisible();
  await vhtt.goto(`${office.url}/rounds/${round}/consolidation`);
  await vhtt.getByRole("button", { name: "Bắt đầu tổng hợp" }).click();
  await expect(vhtt.getByText("Phổ Châu").first()).toBeVisible();
  const { sections } = await api.call<{
    sections: { code: string; indicators: { code: string; amounts: { total: number | null }[] }[] }[];
  }>("GET", `/rounds/${round}/consolidation`);
  const broadcasts = sections.find(({ code }) => code === "9")?.indicators.find(({ code }) => code === "9.1");
  // Phổ An 312 + the twelve 1,266 + Phổ Nhơn 50 = 1,628.
  expect(JSON.stringify(broadcasts)).toContain("1628");
  await vhtt.getByRole("button", { name: "Trình lãnh đạo" }).first().click();
  await vhtt.getByRole("dialog").getByRole("button", { name: "Trình lãnh đạo" }).click();
  await expect(vhtt.getByText(/Đã trình lãnh đạo/).first()).toBeVisible();

  const leader = await browser.newPage();
  await signIn(leader, office.url, "lanhdao");
  await expect(leader.getByText("Phổ Châu").first()).toBeVisible();
  await leader.goto(`${office.url}/rounds/${round}/consolidation`);
  await leader.getByRole("button", { name: "Duyệt báo cáo" }).first().click();
  await leader.getByRole("dialog").getByLabel("Số, ký hiệu").fill("210/BC-UBND");
  await leader.getByRole("dialog").getByRole("button", { name: "Duyệt báo cáo" }).click();
  await expect(leader.getByText(/số 210\/BC-UBND/).first()).toBeVisible();
  const [consolidated] = (await api.call<List<Report>>("GET", "/reports?kind=consolidated")).items;
  for (const path of [`/reports/${consolidated?.id}/document.docx`, `/rounds/${round}/figures.xlsx`]) {
    const file = await api.file(path);
    expect(file.subarray(0, 2).toString()).toBe("PK");
  }
  expect((await reportOf("pho-an")).state).toBe("locked");
  await vhtt.close();
  await leader.close();
});

const departments = [
  "vanphong",
  "tckh",
  "tuphap",
  "congan",
  "ttvh",
  "noi-vu",
  "kinh-te",
  "do-thi",
  "tai-nguyen",
  "lao-dong",
  "giao-duc",
  "y-te",
  "thanh-tra",
  "tuyen-giao",
  "mat-tran",
  "lien-doan",
  "thi-doan",
  "phu-nu",
  "nong-dan",
  "cuu-chien-binh",
] as const;

const onTime = [
  "nguyen-nghiem",
  "pho-van",
  "pho-quang",
  "pho-ninh",
  "pho-minh",
  "pho-vinh",
  "pho-hoa",
  "pho-thanh",
  "pho-phong",
  "pho-thuan",
  "pho-cuong",
  "pho-khanh",
] as const;

async function reportOf(username: string): Promise<Report> {
  const caller = await office.as(username);
  const mine = await caller.call<List<Report>>("GET", "/reports?kind=agency&limit=1");
  const first = mine.items[0];
  if (first === undefined) throw new Error(`${username} owes no report`);
  return caller.call<Report>("GET", `/reports/${first.id}`);
}

/** Reports a number of broadcasts, or nothing at all, and hands it in. */
async function reportThroughApi(username: string, broadcasts: number | null): Promise<void> {
  const caller = await office.as(username);
  const { id, version, sections } = await reportOf(username);
  const said = Object.fromEntries(
    sections.map(({ code }) => [
      code,
      code === "9" && broadcasts !== null
        ? { text: `Phát ${broadcasts} buổi.`, nil: false, values: { "9.1": { value: broadcasts } } }
        : { text: "", nil: true, values: {} },
    ]),
  );
  await caller.call("POST", `/reports/${id}/submit`, { content: { sections: said } }, `"${version}"`);
}

/** Waits until the office has what was written on the phone; a page left before that would ask first. */
async function arrived(username: string, isThere: (report: Report) => boolean): Promise<void> {
  await expect.poll(async () => isThere(await reportOf(username)), { timeout: 30_000 }).toBe(true);
}

async function handIn(page: Page, id: string, verb: string): Promise<void> {
  await page.goto(`${office.url}/reports/${id}/check`);
  await page.getByRole("button", { name: verb }).click();
  await page.getByRole("dialog").getByRole("button", { name: verb }).click();
  await expect(page.getByRole("heading", { level: 1, name: /đã nhận báo cáo/ })).toBeVisible();
}
