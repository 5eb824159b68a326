import { expect, test } from "vitest";
import { nameIn } from "./download";

test("a file keeps the Vietnamese name that the server gives it", () => {
  const header = "attachment; filename=\"Bao cao.docx\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.docx";
  expect(nameIn(header)).toBe("Báo cáo.docx");
  expect(nameIn('attachment; filename="bao-cao.xlsx"')).toBe("bao-cao.xlsx");
});
