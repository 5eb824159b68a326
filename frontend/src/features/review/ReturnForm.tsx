import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { dayText, lastGoodDay, startOf } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import type { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { useReturn } from "./queries";
import { remarksOf, type Returning } from "./remarks";
import type { Report } from "./report";
import classes from "./ReturnForm.module.css";

/** What is being written before a report goes back; kept on the device until it does. */
export type ReturnFields = ReturnType<typeof useKeptFields<Returning>>;

interface ReturnFormProps {
  report: Report;
  returning: ReturnFields;
  onCancel: () => void;
  onReturned: () => void;
}

/** Sends a report back: the remarks made above at their places, a note of the whole, and until when it should be there again. */
export function ReturnForm({ report, returning, onCancel, onReturned }: ReturnFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const sending = useReturn();
  const { note, before } = returning.values;
  const remarks = remarksOf(returning.values, report.sections);
  const until = before === "" ? null : startOf(before);
  const check = () => [
    ...(remarks.length === 0 && note.trim() === ""
      ? [{ pointer: "/note", words: t("review.whyMissing") }]
      : []),
    ...(before !== "" && before <= today
      ? [{ pointer: "/resubmit_before", words: t("review.againInThePast") }]
      : []),
  ];
  const send = () =>
    sending.mutate(
      { report, body: { remarks, note: note.trim(), resubmit_before: until } },
      { onSuccess: onReturned },
    );
  return (
    <ProblemForm
      className={classes.root}
      onSubmit={send}
      check={check}
      problem={sending.error}
      busy={sending.isPending}
    >
      <p className={classes.hint}>{t("review.returnHint")}</p>
      <TextArea {...returning.bind("note")} label={t("review.note")} rows={2} />
      <DateField
        name="resubmit_before"
        label={t("review.againBefore")}
        hint={until === null ? undefined : t("review.lastDay", { day: dayText(lastGoodDay(until)) })}
        value={before}
        onChange={(day) => returning.set("before", day)}
        optional
      />
      <div className={classes.actions}>
        <Button onClick={onCancel}>{t("common.cancel")}</Button>
        <Button look="filled" type="submit" busy={sending.isPending}>
          {remarks.length === 0 ? t("review.return") : t("review.returnCount", { count: remarks.length })}
        </Button>
      </div>
    </ProblemForm>
  );
}
