import type { QueryClient } from "@tanstack/react-query";
import { updateBox } from "@/features/assignments/box";
import { narrativeBox } from "@/features/consolidation/draft/box";
import { fileBox } from "@/features/evidence/box";
import { draftBox } from "@/features/reports/draft/useDraft";

interface Box {
  resume: () => Promise<void>;
  flush: () => void;
}

/** Everything that may lie on this device waiting for the office: drafts of reports and of the consolidated report, progress updates, files. */
function boxes(cache: QueryClient, account: string): Box[] {
  const files = fileBox(cache, account);
  const updates = updateBox(cache, account);
  updates.onSent = (kept, id) => files.claim(kept, { kind: "progress_update", id });
  updates.onDropped = (kept) => files.drop(kept);
  // Files first: an update that is sent must find those that belong to it.
  return [draftBox(cache, account), narrativeBox(cache, account), files, updates];
}

async function resume(all: Box[]): Promise<void> {
  for (const box of all) await box.resume().catch(() => undefined); // a private window keeps nothing
}

/** Sends what was left on the device, now and whenever the office can be reached again; gives the way to stop. */
export function startSending(cache: QueryClient, account: string): () => void {
  const all = boxes(cache, account);
  void resume(all);
  const flush = () => {
    if (document.visibilityState === "visible") for (const box of all) box.flush();
  };
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", flush);
  return () => {
    window.removeEventListener("online", flush);
    document.removeEventListener("visibilitychange", flush);
  };
}
