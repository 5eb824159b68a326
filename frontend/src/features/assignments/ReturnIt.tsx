import { useTranslation } from "react-i18next";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { toast } from "@/shared/ui/Toast/toasts";
import { type Assignment, useVerb } from "./queries";

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
    <DialogForm
      title={t("assignment.returnTitle", { agency: assignment.agency })}
      verb={t("assignment.return")}
      busy={deed.isPending}
      problem={deed.error}
      check={check}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea {...fields.bind("note")} label={t("assignment.note")} rows={4} />
    </DialogForm>
  );
}
