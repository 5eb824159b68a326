import { describe, expect, it } from "vitest";
import { matchOf, pieces, type Reading, sourcesUnder } from "./reading";

const reading = {
  sources: {
    "/tasks/0/title": { text: "1. Tham gia Hội nghị", line: 20 },
    "/tasks/0/leads/0": { text: "- Cơ quan chủ trì: Phòng Văn hoá và Thông tin.", line: 22 },
    "/tasks/0/schedule": { text: "- Thời gian thực hiện: Quý II.", line: 24 },
    "/tasks/10/title": { text: "11. Khác", line: 90 },
  },
} as unknown as Reading;

describe("sentences beside the fields", () => {
  it("gives those of one task alone, in the document's order", () => {
    expect(sourcesUnder(reading, "/tasks/0").map(({ line }) => line)).toEqual([20, 22, 24]);
    expect(sourcesUnder(reading, "/tasks/1")).toEqual([]);
  });
  it("tells another spelling from the same words", () => {
    const sources = sourcesUnder(reading, "/tasks/0/leads/0");
    expect(matchOf("Phòng Văn hóa và Thông tin", sources)).toBe("differs");
    expect(matchOf("phòng văn hoá và thông tin", sources)).toBe("same");
  });
  it("marks what was read within the sentence, without losing a letter", () => {
    const text = "- Cơ quan chủ trì: Phòng Tư pháp; Công an thị xã.";
    const cut = pieces(text, ["Công an thị xã", "Phòng Tư pháp", "không có"]);
    expect(cut.map(({ words }) => words).join("")).toBe(text);
    expect(cut.filter(({ marked }) => marked).map(({ words }) => words)).toEqual([
      "Phòng Tư pháp",
      "Công an thị xã",
    ]);
  });
});
