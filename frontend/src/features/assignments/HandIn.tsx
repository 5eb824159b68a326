import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { toast } from "@/shared/ui/Toast/toasts";
import { type Assignment, useVerb } from "./queries";
import classes from "./Verbs.module.css";

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
    <Dialog title={t("assignment.handInTitle")} onClose={onClose}>
      <p>{t("assignment.handInWhy")}</p>
      <ProblemForm
        className={classes.form}
        check={check}
        problem={deed.error}
        busy={deed.isPending}
        onSubmit={send}
      >
        <DateField {...fields.bind("done_on")} label={t("assignment.doneOn")} max={today} />
        <TextArea
          {...fields.bind("result")}
          label={t("assignment.result")}
          hint={t("assignment.resultHint")}
          rows={5}
        />
        <div className={classes.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="filled" busy={deed.isPending}>
            {t("assignment.handIn")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
