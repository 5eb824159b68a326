import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { toast } from "@/shared/ui/Toast/toasts";
import { type Assignment, useVerb } from "./queries";

/** Says that the work is done, when and with what result; it then waits to be confirmed. */
export function HandIn({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const deed = useVerb(assignment);
  const fields = useKeptFields(`hand-in/${assignment.id}`, { done_on: today, result: "" });
  const { done_on: doneOn, result } = fields.values;
  const check = () => [
    ...(doneOn === "" ? [{ pointer: "/done_on", words: t("assignment.doneOnMissing") }] : []),
    ...(doneOn > today ? [{ pointer: "/done_on", words: t("assignment.doneOnFuture") }] : []),
    ...(result.trim() === "" ? [{ pointer: "/result", words: t("assignment.resultMissing") }] : []),
  ];
  const send = () =>
    deed.mutate(
      { verb: "hand-in", body: fields.values },
      {
        onSuccess: () => {
          fields.forget();
          onClose();
          toast(t("assignment.handedInNow"));
        },
      },
    );
  return (
    <DialogForm
      title={t("assignment.handInTitle")}
      why={<p>{t("assignment.handInWhy")}</p>}
      verb={t("assignment.handIn")}
      busy={deed.isPending}
      problem={deed.error}
      check={check}
      onSubmit={send}
      onClose={onClose}
    >
      <DateField {...fields.bind("done_on")} label={t("assignment.doneOn")} max={today} />
      <TextArea
        {...fields.bind("result")}
        label={t("assignment.result")}
        hint={t("assignment.resultHint")}
        rows={5}
      />
    </DialogForm>
  );
}
