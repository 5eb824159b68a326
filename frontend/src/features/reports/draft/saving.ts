import i18next from "i18next";
import { fieldWords, wordsOf } from "@/shared/api/problem";
import type { Day } from "@/shared/format";
import { refusedAt, type SaveState, waitingState } from "@/shared/ui/SaveLine/saving";
import type { Draft } from "./draft";
import { answerIn } from "./fields";
import { isUnclear } from "./progress";
import { placeWords } from "./words";

/** Where what was written lies, for the line of words under the head. */
export function savingOf(draft: Draft, today: Day): SaveState {
  const { report, unsent, conflicts, handIn, refused } = draft;
  const [wrong, ...others] = Object.entries(draft.wrong);
  const waits = unsent.length > 0 || handIn !== null;
  if (conflicts.length > 0) return { is: "refused", why: i18next.t("report.conflictLine") };
  if (refused !== null) return { is: "refused", why: wordsOf(refused) };
  if (wrong !== undefined)
    return refusedAt(placeWords(wrong[0], report), fieldWords(wrong[1]), others.length);
  if (waits) return waitingState(draft);
  if (report.version === 1) return { is: "empty" };
  const number = report.state === "submitted" ? (report.receipt ?? undefined) : undefined;
  return { is: "received", at: report.updated_at, number, today };
}

/** How many figures were typed that are no numbers yet: they lie on the device alone. */
export function unclearCount({ report, fields }: Draft): number {
  return report.sections
    .flatMap((section) => section.indicators.map((indicator) => answerIn(fields, section.code, indicator)))
    .filter(isUnclear).length;
}
