import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { signIn } from "../hand";
import { Office } from "../office";

const plan = resolve(import.meta.dirname, "../../../internal/planreader/testdata/plan.txt");

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

test("the agencies report, one is late and one missing; the town's report adds them up, the leader approves it", async ({
  browser,
}) => {
  const { items } = await (await office.as("vhtt")).call<List<Report>>(
    "GET",
    "/reports?limit=200&kind=agency",
  );
  const byAgency = new Map(items.map((one) => [one.agency_id, one]));
  await office.open("2024-11-06T08:00:00+07:00");
  await reportThroughApi("pho-an", 312);
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
  const { sections } = await api.call<{ sections: { code: string }[] }>(
    "GET",
    `/rounds/${round}/consolidation`,
  );
  const broadcasts = sections.find(({ code }) => code === "9");
  // Phổ An 312 + the twelve 1,266 + Phổ Nhơn 50 = 1,628.
  expect(JSON.stringify(broadcasts)).toContain("1628");
  const begun = (await api.call<List<Report>>("GET", "/reports?kind=consolidated")).items[0];
  const written = await api.call<Report>(
    "PATCH",
    `/reports/${begun?.id}`,
    { content: { sections: { "9": { text: "Toàn thị xã phát 1.628 buổi." } } } },
    `"${begun?.version}"`,
  );
  const submitted = await api.call<Report>(
    "POST",
    `/reports/${written.id}/submit`,
    {},
    `"${written.version}"`,
  );
  const leader = await office.as("lanhdao");
  const consolidated = await leader.call<Report>(
    "POST",
    `/reports/${submitted.id}/approve`,
    { number: "210/BC-UBND", dated_on: "2024-11-11" },
    `"${submitted.version}"`,
  );
  expect(consolidated.state).toBe("approved");
  for (const path of [`/reports/${consolidated.id}/document.docx`, `/rounds/${round}/figures.xlsx`]) {
    const file = await api.file(path);
    expect(file.subarray(0, 2).toString()).toBe("PK");
  }
  expect((await reportOf("pho-an")).state).toBe("locked");
  await vhtt.close();
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
