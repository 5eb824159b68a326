import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useUpdateBox } from "@/features/assignments/box";
import { narrativeBox } from "@/features/consolidation/draft/box";
import { waitingIn } from "@/features/consolidation/draft/narrative";
import { useFileBox } from "@/features/evidence/useFiles";
import { useWaiting } from "@/features/reports/draft/useDraft";
import { useMe } from "@/shared/access";
import type { AnyDraft } from "@/shared/drafts/draft";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import type { SaveState } from "@/shared/ui/SaveLine/saving";

/** One thing that lies on this device alone. */
interface Left {
  is: "kept" | "sending" | "refused";
  /** Of how many changes it consists. */
  count: number;
  to?: string;
}

/** On pages outside a form: what still lies on this device alone, and the way to it. Nothing when the office has all. */
export function WaitingBar() {
  const { t } = useTranslation();
  const all = useLeft();
  const refused = all.filter(({ is }) => is === "refused");
  const shown = refused.length > 0 ? refused : all;
  const count = shown.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const to = shown.find((one) => one.to !== undefined)?.to;
  const state: SaveState =
    refused.length > 0
      ? { is: "refused", why: t("layout.refused", { count }) }
      : { is: all.some(({ is }) => is === "sending") ? "sending" : "kept" };
  const words = refused.length > 0 ? t("layout.refusedSee") : t("layout.waiting", { count });
  return <SaveLine state={state} more={to === undefined ? words : <Link to={to}>{words}</Link>} />;
}

function useLeft(): Left[] {
  const narratives = narrativeBox(useQueryClient(), useMe().account.id);
  const [updates, files] = [useUpdateBox(), useFileBox()];
  const drafts = useWaiting().map((draft) => ({
    is: stateOf(draft),
    count: draft.unsent.length + (draft.handIn === null ? 0 : 1),
    to: pathTo(draft.handIn === null ? paths.report : paths.reportReceipt, { id: draft.report.id }),
  }));
  const written = useSyncExternalStore(narratives.subscribe, narratives.waiting).map((narrative) => ({
    is: stateOf(narrative),
    count: waitingIn(narrative).length,
    to: pathTo(paths.consolidation, { id: narrative.report.round_id }),
  }));
  const recorded = useSyncExternalStore(updates.subscribe, updates.get).map(({ item, way }) => ({
    is: item.refused !== undefined ? ("refused" as const) : way.is === "waiting" ? ("kept" as const) : way.is,
    count: 1,
    to: pathTo(paths.assignment, { id: item.assignment }),
  }));
  const attached = useSyncExternalStore(files.subscribe, files.get)
    .filter(({ item }) => item.owner)
    .map(({ way }) => ({ is: way.is === "waiting" ? ("kept" as const) : way.is, count: 1 }));
  // A draft that only holds figures that are no numbers yet has nothing to send.
  return [...drafts, ...written, ...recorded, ...attached].filter(({ count }) => count > 0);
}

function stateOf({ sending, refused, wrong }: AnyDraft): Left["is"] {
  if (refused !== null || Object.keys(wrong).length > 0) return "refused";
  return sending ? "sending" : "kept";
}
