import i18next from "i18next";
import { fieldWords } from "@/shared/api/problem";
import type { Draft } from "./draft/draft";
import { answerIn, place, textIn } from "./draft/fields";
import { isUnclear, openIndicators, sectionState } from "./draft/progress";
import { placeWords } from "./draft/words";
import { placeId, placePath, sectionPath } from "./way";

/** A place to look at, in words, with its address. */
export interface Pointer {
  words: string;
  to?: string;
}

/** What must be put right before the report can be handed in: unclear numbers, what the office refused, an empty report. */
export function fixesOf({ report, fields, wrong }: Draft): Pointer[] {
  const fixes: Pointer[] = [];
  for (const section of report.sections)
    for (const indicator of section.indicators)
      if (isUnclear(answerIn(fields, section.code, indicator)))
        fixes.push({
          words: i18next.t("report.checkUnclear", { figure: indicator.name }),
          to: sectionPath(report.id, section.code, placeId(section.code, indicator.code)),
        });
  for (const [name, problem] of Object.entries(wrong)) {
    fixes.push({
      words: `${placeWords(name, report)}: ${fieldWords(problem)}`,
      to: placePath(report.id, name),
    });
  }
  if (report.sections.every((section) => sectionState(section, fields) === "todo"))
    fixes.push({ words: i18next.t("report.emptyReport") });
  return fixes;
}

/** What is left blank: sections without a word, figures without an answer. It may be handed in all the same. */
export function missingOf({ report, fields }: Draft): Pointer[] {
  return report.sections.flatMap((section): Pointer[] => {
    const empty = textIn(fields, place.text(section.code)).trim() === "";
    if (empty && sectionState(section, fields) === "todo")
      return [
        {
          words: i18next.t("report.checkMissingSection", { section: section.title }),
          to: sectionPath(report.id, section.code),
        },
      ];
    return openIndicators(section, fields)
      .filter((indicator) => !isUnclear(answerIn(fields, section.code, indicator)))
      .map((indicator) => ({
        words: i18next.t("report.checkMissingFigure", { section: section.title, figure: indicator.name }),
        to: sectionPath(report.id, section.code, placeId(section.code, indicator.code)),
      }));
  });
}
