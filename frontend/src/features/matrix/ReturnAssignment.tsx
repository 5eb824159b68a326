import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { toast } from "@/shared/ui/Toast/toasts";
import { useReturnAssignment } from "./queries";
import classes from "./Panels.module.css";

interface ReturnAssignmentProps {
  assignment: components["schemas"]["Assignment"];
  onClose: () => void;
}

/** Gives an assignment back to its agency, with what is lacking. */
export function ReturnAssignment({ assignment, onClose }: ReturnAssignmentProps) {
  const { t } = useTranslation();
  const fields = useKeptFields(`return-assignment/${assignment.id}`, { note: "" });
  const sending = useReturnAssignment();
  const send = () =>
    sending.mutate(
      { assignment, note: fields.values.note.trim() },
      {
        onSuccess: () => {
          toast(t("matrix.returnedToast", { agency: assignment.agency }));
          fields.forget();
          onClose();
        },
      },
    );
  const check = () =>
    fields.values.note.trim() === "" ? [{ pointer: "/note", words: t("matrix.noteMissing") }] : [];
  return (
    <Dialog title={t("matrix.returnTitle", { agency: assignment.agency })} onClose={onClose}>
      <ProblemForm onSubmit={send} check={check} problem={sending.error} busy={sending.isPending}>
        <TextArea {...fields.bind("note")} label={t("matrix.lacking")} />
        <div className={classes.formFoot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look="filled" type="submit" busy={sending.isPending}>
            {t("matrix.return")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
