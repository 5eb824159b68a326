import { expect, test } from "vitest";
import { timeOf } from "./view";

test("in the year itself a task's time leaves the year out", () => {
  expect(timeOf("Thường xuyên trong năm 2024", "2024-11-14")).toBe("Thường xuyên");
  expect(timeOf("Quý II, III/2024", "2024-11-14")).toBe("Quý II, III");
  expect(timeOf("Quý II/2023", "2024-11-14")).toBe("Quý II/2023");
  expect(timeOf("Trước ngày 10/11/2024", "2024-11-14")).toBe("Trước ngày 10/11");
  expect(timeOf("Năm 2024", "2024-11-14")).toBe("Năm 2024");
});
