import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { DutyBadge } from "./DutyBadge";

test.each([
  [{ standing: "due_soon", days_late: 0, due_before: "2024-11-10T00:00:00+07:00" }, "Còn 3 ngày"],
  [{ standing: "due_soon", days_late: 0, due_on: "2024-11-06" }, "Hôm nay là hạn"],
  [{ standing: "missing", days_late: 5, due_before: "2024-11-02T00:00:00+07:00" }, "Chưa nộp, 5 ngày"],
  [{ standing: "late", days_late: 2, due_on: "2024-11-01" }, "Trễ 2 ngày"],
] as const)("%o on 06/11/2024 says %s", (duty, words) => {
  show(<DutyBadge duty={duty} />, { me: person("commune", [], { business_day: "2024-11-06" }) });
  expect(screen.getByText(words)).toBeInTheDocument();
});
