import { expect, test } from "vitest";
import type { SectionText } from "./report";
import { similarTexts } from "./similar";

const text = (report_id: string, words: string) => ({ report_id, text: words }) as SectionText;

test("a text that says much the same as one before it is found, whatever its figures", () => {
  const said = "Phát {n} buổi, tập trung cải cách hành chính, chuyển đổi số và bảo vệ môi trường biển";
  const found = similarTexts([
    text("an", said.replace("{n}", "312")),
    text("chau", said.replace("{n}", "98")),
    text(
      "minh",
      "Treo băng rôn trên trục đường chính, phối hợp Đoàn Thanh niên ra quân tuyên truyền lưu động",
    ),
  ]);
  expect([...found.keys()]).toEqual(["chau"]);
  expect(found.get("chau")?.report_id).toBe("an");
});

test("short texts are never called the same", () => {
  expect(similarTexts([text("an", "Không có."), text("chau", "Không có.")]).size).toBe(0);
});
