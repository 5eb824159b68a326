import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useUpdateBox } from "@/features/assignments/box";
import { useFileBox } from "@/features/evidence/useFiles";
import { useWaiting } from "@/features/reports/draft/useDraft";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";

/** On pages outside a form: what still lies on this device alone, and the way to it. Nothing when the office has all. */
export function WaitingBar() {
  const { t } = useTranslation();
  const drafts = useWaiting();
  const [updates, files] = [useUpdateBox(), useFileBox()];
  const waitingUpdates = useSyncExternalStore(updates.subscribe, updates.get);
  const waitingFiles = useSyncExternalStore(files.subscribe, files.get).filter(({ item }) => item.owner);
  const changes = drafts.reduce((sum, { unsent, handIn }) => sum + unsent.length + (handIn ? 1 : 0), 0);
  const count = changes + waitingUpdates.length + waitingFiles.length;
  const [draft] = drafts;
  const [update] = waitingUpdates;
  if (count === 0) return null;
  const words = t("layout.waiting", { count });
  const to =
    draft !== undefined
      ? pathTo(draft.handIn === null ? paths.report : paths.reportReceipt, { id: draft.report.id })
      : update === undefined
        ? undefined
        : pathTo(paths.assignment, { id: update.item.assignment });
  const sending =
    drafts.some((one) => one.sending) ||
    [...waitingUpdates, ...waitingFiles].some(({ way }) => way.is === "sending");
  return (
    <SaveLine
      state={{ is: sending ? "sending" : "kept" }}
      more={to === undefined ? words : <Link to={to}>{words}</Link>}
    />
  );
}
