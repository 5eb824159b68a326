import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useMe } from "@/shared/access";
import type { SaveState } from "@/shared/ui/SaveLine/SaveLine";
import i18next from "i18next";
import { wordsOf } from "@/shared/api/problem";
import { clockTime } from "@/shared/format";
import { reportQuery } from "../queries";
import { type Narrative, NarrativeBox } from "./box";

/** The consolidated report as it is being written: what stands here, and the box that keeps and sends it. */
export function useNarrative(id: string): { narrative: Narrative; box: NarrativeBox } {
  const cache = useQueryClient();
  const account = useMe().account.id;
  const { data: report } = useSuspenseQuery(reportQuery(id));
  const { data: box } = useSuspenseQuery({
    queryKey: ["narrative", account, id],
    queryFn: () =>
      NarrativeBox.open(account, report, (newer) => cache.setQueryData(reportQuery(id).queryKey, newer)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => box.bring(report), [box, report]);
  useEffect(() => {
    const flush = () => void box.flush();
    window.addEventListener("online", flush);
    return () => window.removeEventListener("online", flush);
  }, [box]);
  return { narrative: useSyncExternalStore(box.subscribe, box.get), box };
}

/** Where what was written lies, in the words of every draft. */
export function saveStateOf(narrative: Narrative, waiting: number): SaveState {
  if (narrative.refused !== null) return { is: "refused", why: wordsOf(narrative.refused) };
  if (narrative.sending) return { is: "sending" };
  if (waiting > 0) return { is: "kept" };
  const at = narrative.report.updated_at;
  return { is: "received", at, words: i18next.t("consolidation.saved", { time: clockTime(at) }) };
}
