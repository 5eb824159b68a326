import { type QueryClient, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useMe } from "@/shared/access";
import { problemOf } from "@/shared/api/problem";
import { readReport } from "@/shared/drafts/calls";
import { remember, reportQuery } from "../queries";
import { isEditable, type Report } from "../report";
import { device, ReportBox } from "./box";
import type { Draft } from "./draft";

let box: ReportBox | null = null;

/** The drafts of this account; another account on the same device has its own. */
export function draftBox(cache: QueryClient, account: string): ReportBox {
  if (box?.account !== account) box = new ReportBox(account, (report) => remember(cache, report));
  return box;
}

/** The drafts of the one who is signed in. */
function useDraftBox(): ReportBox {
  const cache = useQueryClient();
  return draftBox(cache, useMe().account.id);
}

interface UsedDraft {
  draft: Draft;
  box: ReportBox;
  /** Whether by the office's newest word it can no longer be written: what the device kept may be older than its return. */
  closed: boolean;
}

/** A report's draft: what the office has, what is written here, how far that is on its way. */
export function useDraft(id: string): UsedDraft {
  const drafts = useDraftBox();
  const { data: report, isFetching } = useSuspenseQuery({
    ...reportQuery(id),
    queryFn: () => readReport<Report>(id).catch((thrown: unknown) => keptReport(drafts.account, id, thrown)),
  });
  useSuspenseQuery({
    queryKey: ["draft", drafts.account, id],
    queryFn: async () => {
      await drafts.open(report);
      return true;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => drafts.bring(report), [drafts, report]);
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get(id));
  if (draft === undefined) throw new Error(`the draft of report ${id} was not opened`);
  const closed = !isFetching && !isEditable(draft.report) && report.version <= draft.report.version;
  return { draft, box: drafts, closed };
}

/** Without a network the report as it was when its draft was kept here. */
async function keptReport(account: string, id: string, thrown: unknown): Promise<Report> {
  const kept = problemOf(thrown).status === 0 ? await device.read(account, id) : undefined;
  if (kept === undefined) throw thrown;
  return kept.report;
}

/** Every draft with something that the office does not have. */
export function useWaiting(): Draft[] {
  const drafts = useDraftBox();
  return useSyncExternalStore(drafts.subscribe, drafts.waiting);
}
