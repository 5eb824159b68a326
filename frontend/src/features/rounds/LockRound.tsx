import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { toast } from "@/shared/ui/Toast/toasts";
import { type Round, useLock } from "./queries";
import { handedIn } from "./counts";

/** Asks before a round is locked, which cannot be undone, and says who would be left without a report. */
export function LockRound({ round, onClose }: { round: Round; onClose: () => void }) {
  const { t } = useTranslation();
  const lock = useLock();
  const counts = round.counts;
  const open = counts === null ? 0 : counts.owing - counts.exempted - handedIn(counts);
  return (
    <ConfirmDialog
      title={t("round.lockTitle", { title: round.title })}
      verb={t("round.lock")}
      danger
      busy={lock.isPending}
      problem={lock.error}
      onClose={onClose}
      onConfirm={() =>
        lock.mutate(round, {
          onSuccess: () => {
            toast(t("round.lockedToast", { title: round.title }));
            onClose();
          },
        })
      }
    >
      <p>{t("round.lockWhat")}</p>
      {open > 0 && <p>{t("round.lockOpen", { count: open })}</p>}
      {counts !== null && counts.awaiting + counts.returned > 0 && (
        <p>{t("round.lockWaiting", { awaiting: counts.awaiting, returned: counts.returned })}</p>
      )}
    </ConfirmDialog>
  );
}
