import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { toast } from "@/shared/ui/Toast/toasts";
import { type Assignment, useVerb } from "./queries";
import classes from "./Verbs.module.css";

/** Gives what was handed in back, with what is lacking. */
export function ReturnIt({ assignment, onClose }: { assignment: Assignment; onClose: () => void }) {
  const { t } = useTranslation();
  const deed = useVerb(assignment);
  const fields = useKeptFields(`return/${assignment.id}`, { note: "" });
  const check = () =>
    fields.values.note.trim() === "" ? [{ pointer: "/note", words: t("assignment.noteMissing") }] : [];
  const send = () =>
    deed.mutate(
      { verb: "return", body: fields.values },
      {
        onSuccess: () => {
          fields.forget();
          onClose();
          toast(t("assignment.returnedNow"));
        },
      },
    );
  return (
    <Dialog title={t("assignment.returnTitle", { agency: assignment.agency })} onClose={onClose}>
      <ProblemForm
        className={classes.form}
        check={check}
        problem={deed.error}
        busy={deed.isPending}
        onSubmit={send}
      >
        <TextArea {...fields.bind("note")} label={t("assignment.note")} rows={4} />
        <div className={classes.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="filled" busy={deed.isPending}>
            {t("assignment.return")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
