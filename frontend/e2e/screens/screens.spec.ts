import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../hand";
import { Office } from "../office";

/** With PICTURES=on the screens that the documents show are photographed into docs/pictures; else into the test's results. */
const pictures =
  process.env["PICTURES"] === "on" ? resolve(import.meta.dirname, "../../../docs/pictures") : null;
const widths = [360, 1440] as const;
const office = new Office(8392, "demonstration");

interface Screen {
  /** The picture's name. */
  name: string;
  path: string;
  /** What is opened on it before it is looked at: a panel, a dialog, a list of deeds. */
  open?: (page: Page) => Promise<void>;
}
interface Named {
  id: string;
  year?: number;
  state?: string;
  kind?: string;
  starts_on?: string;
}

let found: {
  plan: Named;
  round: Named;
  draft: Named;
  submitted: Named;
  assignment: Named;
  /** Last year's report of the same commune, locked, with its receipt. */
  past: Named;
  returned: Named;
};

test.setTimeout(400_000);
test.beforeAll(async () => {
  await office.open("2024-11-06T08:00:00+07:00");
  const vhtt = await office.as("vhtt");
  const commune = await office.as("pho-an");
  const items = async (caller: typeof vhtt, path: string) =>
    (await caller.call<{ items: Named[] }>("GET", path)).items;
  const first = (list: Named[]): Named => {
    const one = list[0];
    if (one === undefined) throw new Error("the demonstration lacks what the screens show");
    return one;
  };
  const plan = first(await items(vhtt, "/plans?year=2024"));
  found = {
    plan,
    round: first(await items(vhtt, `/rounds?plan_id=${plan.id}`)),
    draft: first(await items(commune, `/reports?plan_id=${plan.id}`)),
    submitted: first(await items(vhtt, `/reports?plan_id=${plan.id}&state=submitted&kind=agency`)),
    assignment: first(
      (await items(commune, `/assignments?plan_id=${plan.id}`)).filter(
        ({ state }) => state === "in_progress",
      ),
    ),
    past: first(await items(commune, "/reports?state=locked")),
    returned: first(await items(vhtt, `/reports?plan_id=${plan.id}&state=returned&kind=agency`)),
  };
});
test.afterAll(() => office.end());

const screens: Record<string, () => Screen[]> = {
  "pho-an": () => [
    { name: "viec", path: "/" },
    { name: "nhiem-vu", path: "/assignments" },
    { name: "mot-nhiem-vu", path: `/assignments/${found.assignment.id}` },
    { name: "nhiem-vu-da-xong", path: "/assignments?view=done" },
    {
      name: "bao-hoan-thanh",
      path: `/assignments/${found.assignment.id}`,
      open: (page) => page.getByRole("button", { name: "Báo hoàn thành" }).click(),
    },
    {
      name: "them-tep",
      path: `/assignments/${found.assignment.id}`,
      open: (page) => page.getByRole("button", { name: "Thêm ảnh, tệp" }).first().click(),
    },
    { name: "bao-cao-cua-co-quan", path: "/reports" },
    { name: "bao-cao-nam-truoc", path: `/reports/${found.past.id}` },
    { name: "bien-nhan", path: `/reports/${found.past.id}/receipt` },
    { name: "khong-co-trang", path: "/accounts" },
    { name: "bao-cao", path: `/reports/${found.draft.id}` },
    { name: "bao-cao-phan", path: `/reports/${found.draft.id}/sections/9` },
    { name: "bao-cao-kiem-tra", path: `/reports/${found.draft.id}/check` },
    { name: "ke-hoach-cua-xa", path: `/plans/${found.plan.id}` },
    { name: "them", path: "/more" },
    { name: "mat-khau", path: "/more/password" },
    { name: "phien", path: "/more/sessions" },
  ],
  "pho-cuong": () => [
    { name: "viec-bi-tra-lai", path: "/" },
    { name: "bao-cao-bi-tra-lai", path: `/reports/${found.returned.id}` },
    { name: "phan-bi-tra-lai", path: `/reports/${found.returned.id}/go-on` },
    { name: "gui-lai-kiem-tra", path: `/reports/${found.returned.id}/check` },
  ],
  vhtt: () => [
    { name: "hom-nay", path: "/" },
    { name: "ke-hoach-danh-sach", path: "/plans" },
    { name: "ke-hoach", path: `/plans/${found.plan.id}` },
    { name: "ke-hoach-van-ban", path: `/plans/${found.plan.id}?face=document` },
    { name: "ke-hoach-nhat-ky", path: `/plans/${found.plan.id}?face=log` },
    { name: "nhap-bat-dau", path: "/plans/import" },
    { name: "soan-ke-hoach", path: "/plans/new" },
    { name: "theo-doi", path: "/follow" },
    { name: "duyet", path: "/review" },
    { name: "duyet-mot-bao-cao", path: `/review/${found.submitted.id}` },
    { name: "dot-bao-cao", path: "/rounds" },
    { name: "mot-dot", path: `/rounds/${found.round.id}` },
    { name: "tong-hop", path: `/rounds/${found.round.id}/consolidation` },
    { name: "nhom", path: "/agencies?face=groups" },
    { name: "ke-hoach-khong-khop", path: "/plans?q=zzzz" },
    { name: "ke-hoach-trach-nhiem", path: `/plans/${found.plan.id}?face=duties` },
    { name: "ke-hoach-bao-cao", path: `/plans/${found.plan.id}?face=reporting` },
    { name: "theo-doi-khong-co", path: "/follow?show=late" },
    {
      name: "theo-doi-chu-giai",
      path: "/follow",
      open: (page) => page.getByRole("button", { name: "Chú giải" }).click(),
    },
    {
      name: "tra-lai",
      path: `/review/${found.submitted.id}`,
      open: (page) => page.getByRole("button", { name: "Trả lại" }).click(),
    },
    {
      name: "khoa-dot",
      path: `/rounds/${found.round.id}`,
      open: (page) => page.getByRole("button", { name: "Khóa đợt báo cáo" }).click(),
    },
    { name: "tong-hop-phan", path: `/rounds/${found.round.id}/consolidation?section=9` },
    { name: "tong-hop-viet", path: `/rounds/${found.round.id}/consolidation?section=assessment&view=sheet` },
    {
      name: "tong-hop-ca-van-ban",
      path: `/rounds/${found.round.id}/consolidation?view=sheet`,
      open: (page) => page.getByRole("button", { name: "Xem cả văn bản" }).click(),
    },
    {
      name: "tong-hop-trinh",
      path: `/rounds/${found.round.id}/consolidation`,
      open: (page) => page.getByRole("button", { name: "Trình lãnh đạo" }).click(),
    },
  ],
  lanhdao: () => [
    { name: "lanh-dao", path: "/" },
    { name: "ke-hoach-lanh-dao", path: "/plans" },
    { name: "theo-doi-lanh-dao", path: "/follow" },
    { name: "dot-bao-cao-lanh-dao", path: "/rounds" },
    { name: "tong-hop-lanh-dao", path: `/rounds/${found.round.id}/consolidation` },
  ],
  congan: () => [
    { name: "viec-cua-cong-an", path: "/" },
    { name: "nhiem-vu-cua-cong-an", path: "/assignments" },
  ],
  admin: () => [
    { name: "quan-tri", path: "/" },
    { name: "co-quan", path: "/agencies" },
    { name: "tai-khoan", path: "/accounts" },
    {
      name: "tai-khoan-viec-khac",
      path: "/accounts?q=congan",
      open: (page) => page.getByRole("button", { name: "Việc khác với tài khoản congan" }).click(),
    },
    {
      name: "them-tai-khoan",
      path: "/accounts",
      open: (page) => page.getByRole("button", { name: "Thêm tài khoản" }).click(),
    },
    {
      name: "them-co-quan",
      path: "/agencies",
      open: (page) => page.getByRole("button", { name: "Thêm cơ quan" }).click(),
    },
  ],
};

test("the front door has no barrier, at both widths", async ({ page }) => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.goto(`${office.url}/sign-in`);
    await look(page, "dang-nhap", width);
  }
});

for (const [username, list] of Object.entries(screens)) {
  test(`every screen of ${username} has no barrier, at both widths`, async ({ page }) => {
    await signIn(page, office.url, username);
    for (const { name, path, open } of list()) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
        await page.goto(office.url + path);
        await open?.(page);
        await look(page, name, width);
      }
    }
  });
}

test("the document beside what was read of it has no barrier, at both widths", async ({ page }) => {
  await signIn(page, office.url, "vhtt");
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.goto(`${office.url}/plans/import`);
    await page
      .locator("input[type=file]")
      .setInputFiles(resolve(import.meta.dirname, "../../../internal/planreader/testdata/plan.docx"));
    await expect(page.getByText("Đọc được 9 nhiệm vụ")).toBeVisible();
    await look(page, "nhap-van-ban", width);
  }
});

/** A screen as it stands: loaded, not wider than the device, nothing that axe finds; and its picture. */
async function look(page: Page, name: string, width: number): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.screenshot({
    path: join(pictures ?? test.info().outputDir, `${name}-${width}.png`),
    fullPage: width === 360,
  });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(over, `${name} is ${over} px wider than ${width}`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
  expect.soft(told, `axe on ${name} at ${width}`).toEqual([]);
}

if (pictures !== null) mkdirSync(pictures, { recursive: true });
