import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { show } from "@/testing/render";
import { ImportWarnings } from "./ImportWarnings";
import type { Draft, Reading } from "./reading";

const draft = { number: "45/KH-UBND", title: "Kế hoạch 2024" } as Draft;
const reading: Reading = {
  plan: draft,
  sources: { "/number": { text: "Số: 45/KH-UBND", line: 2 } },
  unread: [{ text: "Ngày 31 tháng 02 năm 2024", line: 3 }],
  unmatched: [],
  warnings: [
    { code: "plan.stands_already", message: "Đã có kế hoạch này.", line: 2, pointer: "/number" },
    { code: "plan.impossible_issue_date", message: "Ngày không có.", line: 3, pointer: "/issued_on" },
    { code: "plan.no_tasks", message: "Chưa có nhiệm vụ.", line: 0, pointer: "/tasks" },
  ],
};

test("a warning says which line, in its words, and what to do", () => {
  show(<ImportWarnings reading={reading} draft={draft} />);
  expect(screen.getByText("Dòng 2 của văn bản: «Số: 45/KH-UBND»")).toBeInTheDocument();
  expect(screen.getByText("Dòng 3 của văn bản: «Ngày 31 tháng 02 năm 2024»")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Xem bản đã có" })).toHaveAttribute(
    "href",
    "/plans?q=45%2FKH-UBND",
  );
  expect(screen.getAllByText(/Sửa chỗ này trong dự thảo/)).toHaveLength(2);
});
