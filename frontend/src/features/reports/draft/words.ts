import i18next from "i18next";
import { valueText } from "@/shared/figures";
import { dayText } from "@/shared/format";
import type { Indicator, Report } from "../report";
import { type Answer, place, valueOf, type Written } from "./fields";

/** What a place is called: «Phát thanh: Buổi phát». */
export function placeWords(name: string, report: Report): string {
  const [, code, member, indicator] = name.split("/");
  if (name === place.number) return i18next.t("report.number");
  if (name === place.datedOn) return i18next.t("report.datedOn");
  if (name === place.lines) return i18next.t("report.signLines");
  if (name === place.name) return i18next.t("report.signName");
  const section = report.sections.find((one) => one.code === code);
  const part =
    indicator === undefined
      ? i18next.t(member === "nil" ? "report.nilSection" : "report.highlights")
      : section?.indicators.find((one) => one.code === indicator)?.name;
  return `${section?.title ?? code ?? ""}: ${part ?? indicator ?? ""}`;
}

/** What stands in a place, in words: «hơn 1.250 lượt người». */
export function writtenWords(name: string, written: Written, report: Report): string {
  if (typeof written === "boolean") return i18next.t(written ? "common.yes" : "common.no");
  if (Array.isArray(written)) return written.length === 0 ? i18next.t("report.blank") : written.join(", ");
  if (written === null || written === "") return i18next.t("report.blank");
  if (typeof written === "string") return name === place.datedOn ? dayText(written) : written;
  const [, code, , indicator] = name.split("/");
  const asked = report.sections
    .find((one) => one.code === code)
    ?.indicators.find((one) => one.code === indicator);
  return answerWords(written, asked);
}

/** An answer in words: «18 cuộc, hơn 1.250 lượt người», «Không phát sinh», «Để trống»; what is no number yet as it was typed. */
export function answerWords(answer: Answer, indicator: Indicator | undefined): string {
  const typed = answer.nil ? [] : answer.quantities.flatMap((quantity) => quantity.typed ?? []);
  const words = valueText(valueOf(answer) ?? undefined, indicator?.unit ?? []);
  return [...(words === null ? [] : [words]), ...typed].join(", ") || i18next.t("report.blank");
}
