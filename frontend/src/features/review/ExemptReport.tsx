import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { toast } from "@/shared/ui/Toast/toasts";
import classes from "./ReturnForm.module.css";
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
    <Dialog title={t("review.exemptTitle", { agency: report.agency })} onClose={onClose}>
      <p>{t("review.exemptWhat", { round: report.title })}</p>
      <ProblemForm onSubmit={send} check={check} problem={exempt.error} busy={exempt.isPending}>
        <TextArea {...fields.bind("reason")} label={t("review.reason")} rows={3} />
        <div className={classes.actions} data-apart>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look="filled" type="submit" busy={exempt.isPending}>
            {t("review.exempt")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
