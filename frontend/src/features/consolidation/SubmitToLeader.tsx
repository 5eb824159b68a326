import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { toast } from "@/shared/ui/Toast/toasts";
import type { NarrativeBox } from "./draft/box";
import type { Fields } from "./draft/fields";
import { Named } from "./Named";
import { useSubmit } from "./queries";
import type { Consolidation, Report } from "./report";
import { seenCount, toldIn } from "./section";

interface SubmitToLeaderProps {
  report: Report;
  consolidation: Consolidation;
  fields: Fields;
  box: NarrativeBox;
  onClose: () => void;
}

/** Asks before the report goes to the leader: what is frozen, who is not in it, what was not looked at. */
export function SubmitToLeader({ report, consolidation, fields, box, onClose }: SubmitToLeaderProps) {
  const { t } = useTranslation();
  const submit = useSubmit();
  const [unsent, setUnsent] = useState(false);
  const unseen = consolidation.sections.filter((one) => seenCount(one, fields) < toldIn(one).length);
  const send = async () => {
    const all = await box.sent(report.id);
    setUnsent(!all);
    // The version after the last words went in.
    if (all)
      submit.mutate(box.get(report.id)?.report ?? report, {
        onSuccess: () => {
          toast(t("consolidation.submitted"));
          onClose();
        },
      });
  };
  return (
    <ConfirmDialog
      title={t("consolidation.submitTitle")}
      verb={t("consolidation.submit")}
      busy={submit.isPending}
      problem={submit.error}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      {unsent && <p role="alert">{t("consolidation.unsent")}</p>}
      <p>{t("consolidation.submitWhat")}</p>
      <Named words={t("consolidation.missing")} agencies={consolidation.missing} />
      <Named words={t("consolidation.outstanding")} agencies={consolidation.outstanding} />
      <Named words={t("consolidation.returned")} agencies={consolidation.returned} />
      <Named words={t("consolidation.pending")} agencies={consolidation.pending} />
      {unseen.length > 0 && (
        <p>
          {t("consolidation.unseen", {
            count: unseen.length,
            sections: unseen.map((one) => one.code).join(", "),
          })}
        </p>
      )}
      {consolidation.changed_sources.length > 0 && (
        <p>{t("consolidation.changedLeft", { count: consolidation.changed_sources.length })}</p>
      )}
    </ConfirmDialog>
  );
}
