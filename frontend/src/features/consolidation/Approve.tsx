import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { DateField } from "@/shared/ui/DateField/DateField";
import { NumberField } from "@/shared/ui/Fields/NumberField";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { useFields } from "@/shared/ui/Form/fields";
import { toast } from "@/shared/ui/Toast/toasts";
import { useApprove } from "./queries";
import { fieldsOf, textAt } from "./draft/fields";
import { Named } from "./Named";
import type { Consolidation, Report } from "./report";
import { toldIn } from "./section";

interface ApproveProps {
  report: Report;
  consolidation: Consolidation;
  onClose: () => void;
}

/** The leader approves the report with its number and date; nothing of the round changes after that. */
export function Approve({ report, consolidation, onClose }: ApproveProps) {
  const { t } = useTranslation();
  const today = useToday();
  const fields = useFields({ number: "", dated_on: today });
  const approve = useApprove();
  const written = fieldsOf(report);
  const unwritten = consolidation.sections.filter(
    (one) => toldIn(one).length > 0 && textAt(written, `text/${one.code}`) === "",
  );
  const number = fields.values.number.trim();
  const check = () => [
    ...(number === "" ? [{ pointer: "/number", words: t("consolidation.numberMissing") }] : []),
    ...(fields.values.dated_on === ""
      ? [{ pointer: "/dated_on", words: t("consolidation.dateMissing") }]
      : []),
  ];
  const send = () =>
    approve.mutate(
      { report, body: { number, dated_on: fields.values.dated_on } },
      {
        onSuccess: () => {
          toast(t("consolidation.approvedToast"));
          onClose();
        },
      },
    );
  return (
    <DialogForm
      title={t("consolidation.approveTitle")}
      why={
        <>
          <p>{t("consolidation.approveWhat")}</p>
          <Named words={t("consolidation.missing")} agencies={consolidation.missing} />
          <Named words={t("consolidation.outstanding")} agencies={consolidation.outstanding} />
          <Named words={t("consolidation.returned")} agencies={consolidation.returned} />
          <Named words={t("consolidation.pending")} agencies={consolidation.pending} />
          {unwritten.length > 0 && (
            <p>
              {t("consolidation.unwritten", {
                count: unwritten.length,
                sections: unwritten.map((one) => one.code).join(", "),
              })}
            </p>
          )}
        </>
      }
      verb={t("consolidation.approve")}
      busy={approve.isPending}
      problem={approve.error}
      check={check}
      onSubmit={send}
      onClose={onClose}
    >
      <NumberField {...fields.bind("number")} kind="BC" issuer={report.agency} />
      <DateField {...fields.bind("dated_on")} label={t("consolidation.date")} max={today} />
    </DialogForm>
  );
}
