import { expect, test } from "vitest";
import { outlineOf } from "./outline";
import type { Section } from "./report";

const byTask = (code: string): Section => ({ code, title: `Phần ${code}`, task_ordinal: 1 }) as Section;
const free = { code: "10", title: "Khó khăn", task_ordinal: null } as Section;
const headings = (fields: Record<string, string>, blank: boolean) =>
  outlineOf([byTask("1"), byTask("2"), free], fields, blank).map((piece) => piece.heading);

test("the document is numbered as the server prints it: tasks as khoản, the others as mục", () => {
  expect(headings({ outlook: "Giữ vững." }, false)).toEqual([
    "I. KẾT QUẢ THỰC HIỆN",
    "1. Phần 1",
    "2. Phần 2",
    "II. KHÓ KHĂN",
    "III. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "IV. TÌNH HÌNH NỘP BÁO CÁO",
  ]);
});

test("while it is being written the blank parts have their place", () => {
  expect(headings({}, true)[0]).toBe("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI");
  expect(headings({}, true).at(-2)).toBe("VI. KIẾN NGHỊ, ĐỀ XUẤT");
});
