import type { SectionState } from "@/shared/ui/SectionProgress/SectionProgress";
import { isClear } from "@/shared/ui/FigureField/figure";
import type { Indicator, Section } from "../report";
import { type Answer, answerIn, type Fields, isNil, isUnanswered, place, textIn } from "./fields";

/** Whether an answer is whole: nil, words, or every number given and none unclear. */
function isAnswered(answer: Answer): boolean {
  if (answer.nil) return true;
  if (answer.quantities.length === 0) return answer.text.trim() !== "";
  return !isUnanswered(answer) && isClear(answer) && answer.quantities.every((q) => q.typed === undefined);
}

/** Whether something was typed that cannot be sent as it stands: no number yet, or half of a pair. */
export function isUnclear(answer: Answer): boolean {
  return !answer.nil && answer.quantities.some((q) => q.typed !== undefined);
}

/** How far a section is, counted as the office does. */
export function sectionState(section: Section, fields: Fields): SectionState {
  if (isNil(fields, section.code)) return "nil";
  const answers = section.indicators.map((indicator) => answerIn(fields, section.code, indicator));
  const written = textIn(fields, place.text(section.code)).trim() !== "";
  const whole = answers.filter(isAnswered).length;
  if (whole === answers.length && (whole > 0 || written)) return "done";
  return written || answers.some((answer) => !isUnanswered(answer)) ? "doing" : "todo";
}

/** The figures of a section to which nothing, or only half, was answered. */
export function openIndicators(section: Section, fields: Fields): Indicator[] {
  if (isNil(fields, section.code)) return [];
  return section.indicators.filter((indicator) => !isAnswered(answerIn(fields, section.code, indicator)));
}
