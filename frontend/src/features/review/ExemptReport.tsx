import { useTranslation } from "react-i18next";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { toast } from "@/shared/ui/Toast/toasts";
import { useExempt } from "./queries";
import type { ReportLine } from "./report";

/** Frees an agency from one report, by name and with a reason. */
export function ExemptReport({ report, onClose }: { report: ReportLine; onClose: () => void }) {
  const { t } = useTranslation();
  const fields = useKeptFields(`exempt/${report.id}`, { reason: "" });
  const exempt = useExempt();
  const send = () =>
    exempt.mutate(
      { report, reason: fields.values.reason.trim() },
      {
        onSuccess: () => {
          toast(t("review.exempted1", { agency: report.agency }));
          fields.forget();
          onClose();
        },
      },
    );
  const check = () =>
    fields.values.reason.trim() === "" ? [{ pointer: "/reason", words: t("review.reasonMissing") }] : [];
  return (
    <DialogForm
      title={t("review.exemptTitle", { agency: report.agency })}
      why={<p>{t("review.exemptWhat", { round: report.title })}</p>}
      verb={t("review.exempt")}
      busy={exempt.isPending}
      problem={exempt.error}
      check={check}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea {...fields.bind("reason")} label={t("review.reason")} rows={3} />
    </DialogForm>
  );
}
