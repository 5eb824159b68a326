import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useEffect, useSyncExternalStore } from "react";
import { useMe } from "@/shared/access";
import { fieldWords, wordsOf } from "@/shared/api/problem";
import { type Day, shortMoment } from "@/shared/format";
import { refusedAt, type SaveState, waitingState } from "@/shared/ui/SaveLine/saving";
import { reportQuery } from "../queries";
import { placeWords } from "../places";
import { type NarrativeBox, narrativeBox } from "./box";
import type { Narrative } from "./narrative";

/** The consolidated report as it is being written: what stands here, and the box that keeps and sends it. */
export function useNarrative(id: string): { narrative: Narrative; box: NarrativeBox } {
  const box = narrativeBox(useQueryClient(), useMe().account.id);
  const { data: report } = useSuspenseQuery(reportQuery(id));
  useSuspenseQuery({
    queryKey: ["narrative", box.account, id],
    queryFn: () => box.open(report).then(() => true),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => box.bring(report), [box, report]);
  const narrative = useSyncExternalStore(box.subscribe, () => box.get(id));
  if (narrative === undefined) throw new Error(`the narrative of report ${id} was not opened`);
  return { narrative, box };
}

/** Where what was written lies, in the words of every draft. */
export function saveStateOf(narrative: Narrative, waiting: number, today: Day): SaveState {
  if (narrative.refused !== null) return { is: "refused", why: wordsOf(narrative.refused) };
  const [wrong, ...others] = Object.entries(narrative.wrong);
  if (wrong !== undefined) {
    const [place, problem] = wrong;
    const at = placeWords(place, narrative.report.sections);
    return refusedAt(at, fieldWords(problem), others.length);
  }
  if (waiting > 0) return waitingState(narrative);
  const at = narrative.report.updated_at;
  return { is: "received", at, words: i18next.t("consolidation.saved", { time: shortMoment(at, today) }) };
}
