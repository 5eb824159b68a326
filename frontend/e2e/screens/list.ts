import { expect, type Page } from "@playwright/test";
import type { Office } from "../office";
import { submitConsolidated, type World, writeMeanwhile } from "./world";

/** One state of one page. */
export interface Screen {
  /** The picture's name. */
  name: string;
  path: string;
  /** What is done on it before it is looked at: a panel, a dialog, something typed. */
  open?: (page: Page) => Promise<unknown>;
}

/** Whose screens they are, and what must have happened before they are opened. */
export interface Part {
  title: string;
  username: string;
  before?: () => Promise<unknown>;
  english?: boolean;
  screens: Screen[];
}

const press =
  (...names: string[]) =>
  async (page: Page) => {
    for (const name of names)
      await page.getByRole("button", { name }).filter({ visible: true }).first().click();
  };
const textOfSection9 = (page: Page) => page.getByRole("textbox", { name: "Kết quả nổi bật" });

export const parts = (world: World, office: Office): Part[] => [
  {
    title: "a commune's head",
    username: "pho-an",
    screens: [
      { name: "viec", path: "/" },
      { name: "nhiem-vu", path: "/assignments" },
      { name: "nhiem-vu-da-xong", path: "/assignments?view=done" },
      { name: "mot-nhiem-vu", path: `/assignments/${world.assignment}` },
      { name: "bao-hoan-thanh", path: `/assignments/${world.assignment}`, open: press("Báo hoàn thành") },
      { name: "ghi-viec-loi", path: `/assignments/${world.assignment}`, open: press("Ghi việc này") },
      { name: "them-tep", path: `/assignments/${world.assignment}`, open: press("Thêm ảnh, tệp") },
      { name: "bao-cao-cua-co-quan", path: "/reports" },
      { name: "bao-cao-nam-truoc", path: `/reports/${world.past}` },
      { name: "bien-nhan", path: `/reports/${world.past}/receipt` },
      { name: "khong-co-trang", path: "/accounts" },
      { name: "bao-cao", path: `/reports/${world.draft}` },
      { name: "bao-cao-phan", path: `/reports/${world.draft}/sections/9` },
      { name: "bao-cao-kiem-tra", path: `/reports/${world.draft}/check` },
      { name: "ke-hoach-cua-xa", path: `/plans/${world.plan}` },
      { name: "them", path: "/more" },
      { name: "mat-khau", path: "/more/password" },
      { name: "mat-khau-loi", path: "/more/password", open: press("Đặt mật khẩu") },
      { name: "phien", path: "/more/sessions" },
      {
        name: "mat-mang",
        path: `/reports/${world.draft}/sections/9`,
        open: async (page) => {
          await expect(textOfSection9(page)).toBeVisible();
          await page.context().setOffline(true);
          await textOfSection9(page).fill(`Viết khi mất mạng, màn hình ${page.viewportSize()?.width}.`);
          await expect(page.getByText(/chờ gửi/).first()).toBeVisible();
        },
      },
      {
        name: "hai-nguoi-cung-sua",
        path: `/reports/${world.draft}/sections/9`,
        open: async (page) => {
          await expect(textOfSection9(page)).toBeVisible();
          await writeMeanwhile(
            office,
            world.draft,
            `Người khác viết ở màn hình ${page.viewportSize()?.width}.`,
          );
          await textOfSection9(page).fill(`Tôi viết ở màn hình ${page.viewportSize()?.width}.`);
          await expect(page.getByRole("dialog", { name: "Hai nơi cùng sửa báo cáo này" })).toBeVisible();
        },
      },
    ],
  },
  {
    title: "a commune whose report was returned",
    username: "pho-cuong",
    screens: [
      { name: "viec-bi-tra-lai", path: "/" },
      { name: "bao-cao-bi-tra-lai", path: `/reports/${world.returned}` },
      { name: "phan-bi-tra-lai", path: `/reports/${world.returned}/go-on` },
      { name: "gui-lai-kiem-tra", path: `/reports/${world.returned}/check` },
    ],
  },
  {
    title: "a commune that came too late last year",
    username: "pho-chau",
    screens: [
      { name: "viec-phai-lam", path: "/" },
      { name: "qua-han-da-khoa", path: `/reports/${world.tooLate}` },
    ],
  },
  {
    title: "the culture office's head",
    username: "vhtt",
    screens: [
      { name: "hom-nay", path: "/" },
      { name: "ke-hoach-danh-sach", path: "/plans" },
      { name: "ke-hoach-khong-khop", path: "/plans?q=zzzz" },
      { name: "ke-hoach", path: `/plans/${world.plan}` },
      { name: "ke-hoach-van-ban", path: `/plans/${world.plan}?face=document` },
      { name: "ke-hoach-trach-nhiem", path: `/plans/${world.plan}?face=duties` },
      { name: "ke-hoach-bao-cao", path: `/plans/${world.plan}?face=reporting` },
      { name: "ke-hoach-nhat-ky", path: `/plans/${world.plan}?face=log` },
      { name: "ke-hoach-chua-xong", path: `/plans/${world.unsettled}` },
      { name: "ke-hoach-sua", path: `/plans/${world.unsettled}/edit` },
      { name: "ke-hoach-trinh", path: `/plans/${world.unsettled}`, open: press("Trình lãnh đạo") },
      { name: "nhap-bat-dau", path: "/plans/import" },
      { name: "soan-ke-hoach", path: "/plans/new" },
      { name: "theo-doi", path: "/follow" },
      { name: "theo-doi-khong-co", path: "/follow?show=late" },
      { name: "theo-doi-chu-giai", path: "/follow", open: press("Chú giải") },
      { name: "duyet", path: "/review" },
      {
        name: "duyet-nhieu",
        path: "/review",
        open: async (page) => {
          const boxes = page.getByRole("checkbox", { name: /^Chọn / });
          await boxes.nth(0).check();
          await boxes.nth(1).check();
        },
      },
      { name: "duyet-mot-bao-cao", path: `/review/${world.submitted}` },
      { name: "tra-lai", path: `/review/${world.submitted}`, open: press("Trả lại") },
      { name: "theo-doi-mot-o", path: `/follow?cell=${world.cell}` },
      { name: "mien-ky-nay", path: `/follow?cell=${world.cell}`, open: press("Miễn kỳ này") },
      { name: "dot-bao-cao", path: "/rounds" },
      { name: "mot-dot", path: `/rounds/${world.round}` },
      { name: "khoa-dot", path: `/rounds/${world.round}`, open: press("Khóa đợt báo cáo") },
      { name: "tong-hop", path: `/rounds/${world.round}/consolidation` },
      { name: "tong-hop-phan", path: `/rounds/${world.round}/consolidation?section=9` },
      { name: "tong-hop-viet", path: `/rounds/${world.round}/consolidation?section=assessment&view=sheet` },
      {
        name: "tong-hop-ca-van-ban",
        path: `/rounds/${world.round}/consolidation?view=sheet`,
        open: press("Xem cả văn bản"),
      },
      {
        name: "tong-hop-trinh",
        path: `/rounds/${world.round}/consolidation`,
        open: press("Trình lãnh đạo"),
      },
      { name: "nhom", path: "/agencies?face=groups" },
    ],
  },
  {
    title: "the culture office's officer",
    username: "vhtt.cv",
    screens: [
      { name: "hom-nay-chuyen-vien", path: "/" },
      { name: "mot-dot-chuyen-vien", path: `/rounds/${world.round}` },
      { name: "tong-hop-chuyen-vien", path: `/rounds/${world.round}/consolidation` },
    ],
  },
  {
    title: "the police",
    username: "congan",
    screens: [
      { name: "viec-cua-cong-an", path: "/" },
      { name: "nhiem-vu-cua-cong-an", path: "/assignments" },
    ],
  },
  {
    title: "the administrator",
    username: "admin",
    screens: [
      { name: "quan-tri", path: "/" },
      { name: "co-quan", path: "/agencies" },
      { name: "them-co-quan", path: "/agencies", open: press("Thêm cơ quan") },
      { name: "them-co-quan-loi", path: "/agencies", open: press("Thêm cơ quan", "Lưu") },
      { name: "them-nhom", path: "/agencies?face=groups", open: press("Thêm nhóm") },
      { name: "tai-khoan", path: "/accounts" },
      {
        name: "tai-khoan-viec-khac",
        path: "/accounts?q=congan",
        open: press("Việc khác với tài khoản congan"),
      },
      { name: "them-tai-khoan", path: "/accounts", open: press("Thêm tài khoản") },
    ],
  },
  {
    title: "the leader",
    username: "lanhdao",
    before: () => submitConsolidated(office),
    screens: [
      { name: "lanh-dao", path: "/" },
      { name: "ke-hoach-lanh-dao", path: "/plans" },
      { name: "ke-hoach-cho-ban-hanh", path: `/plans/${world.waiting}` },
      { name: "ke-hoach-ban-hanh", path: `/plans/${world.waiting}`, open: press("Ban hành") },
      { name: "ke-hoach-tra-lai", path: `/plans/${world.waiting}`, open: press("Trả lại") },
      { name: "theo-doi-lanh-dao", path: "/follow" },
      { name: "dot-bao-cao-lanh-dao", path: "/rounds" },
      { name: "tong-hop-lanh-dao", path: `/rounds/${world.round}/consolidation` },
      {
        name: "tong-hop-duyet",
        path: `/rounds/${world.round}/consolidation`,
        open: press("Duyệt báo cáo"),
      },
      { name: "tong-hop-tra-lai", path: `/rounds/${world.round}/consolidation`, open: press("Trả lại") },
    ],
  },
  {
    title: "the culture office in English",
    username: "vhtt",
    english: true,
    screens: [
      { name: "en-today", path: "/" },
      { name: "en-plan", path: `/plans/${world.plan}` },
      { name: "en-follow", path: "/follow" },
      { name: "en-round", path: `/rounds/${world.round}` },
      { name: "en-consolidation", path: `/rounds/${world.round}/consolidation?section=9` },
      { name: "en-review", path: `/review/${world.submitted}` },
    ],
  },
  {
    title: "a commune in English",
    username: "pho-an",
    english: true,
    screens: [
      { name: "en-work", path: "/" },
      { name: "en-assignment", path: `/assignments/${world.assignment}` },
      { name: "en-report", path: `/reports/${world.draft}` },
      { name: "en-section", path: `/reports/${world.draft}/sections/9` },
      { name: "en-check", path: `/reports/${world.draft}/check` },
    ],
  },
];
