import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { toast } from "@/shared/ui/Toast/toasts";
import { useReturnAssignment } from "./queries";

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
    <DialogForm
      title={t("matrix.returnTitle", { agency: assignment.agency })}
      verb={t("matrix.return")}
      busy={sending.isPending}
      problem={sending.error}
      check={check}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea {...fields.bind("note")} label={t("matrix.lacking")} />
    </DialogForm>
  );
}
