import { type Fields, textAt } from "./draft/fields";
import type { Part, Section } from "./report";

/** The document's own names of its parts; Vietnamese in every language of the app. */
const partTitles: Record<Part, string> = {
  direction: "Công tác chỉ đạo, triển khai",
  assessment: "Đánh giá chung",
  outlook: "Phương hướng, nhiệm vụ",
  proposals: "Kiến nghị, đề xuất",
};

/** One piece of the document, numbered as the server prints it. */
export type Piece =
  | { is: "part"; heading: string; part: Part }
  | { is: "heading"; heading: string }
  | { is: "section"; heading: string; section: Section }
  | { is: "submissions"; heading: string };

/**
 * The document's pieces in order: sections of tasks as khoản under «Kết quả thực hiện», all others as mục with a Roman numeral.
 * Parts of narrative that are blank are left out, unless they may still be written.
 */
export function outlineOf(sections: Section[], fields: Fields, withBlank: boolean): Piece[] {
  const pieces: Piece[] = [];
  let numerals = 0;
  let clauses = 0;
  const numbered = (title: string) => `${romans[numerals++] ?? ""}. ${title.toLocaleUpperCase("vi")}`;
  const part = (name: Part) => {
    if (withBlank || textAt(fields, name).trim() !== "")
      pieces.push({ is: "part", heading: numbered(partTitles[name]), part: name });
  };
  part("direction");
  sections.forEach((section, at) => {
    const byTask = section.task_ordinal !== null;
    if (byTask && (at === 0 || sections[at - 1]?.task_ordinal === null))
      pieces.push({ is: "heading", heading: numbered("Kết quả thực hiện") });
    const heading = byTask ? `${++clauses}. ${section.title}` : numbered(section.title);
    pieces.push({ is: "section", heading, section });
  });
  part("assessment");
  part("outlook");
  part("proposals");
  pieces.push({ is: "submissions", heading: numbered("Tình hình nộp báo cáo") });
  return pieces;
}

const romans = [
  "I",
  "II",
  "III",
  "IV",
  "V",
  "VI",
  "VII",
  "VIII",
  "IX",
  "X",
  "XI",
  "XII",
  "XIII",
  "XIV",
  "XV",
];
