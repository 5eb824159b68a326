import i18next from "i18next";
import { isPart } from "./draft/fields";
import type { Section } from "./report";

/** What a place of the narrative is called: «9. Truyền thanh cơ sở», «Đánh giá chung». */
export function placeWords(place: string, sections: Pick<Section, "code" | "title">[]): string {
  if (isPart(place)) return i18next.t(`consolidation.part_${place}`);
  const code = place.split("/")[1] ?? "";
  return `${code}. ${sections.find((section) => section.code === code)?.title ?? ""}`;
}
