import { useTranslation } from "react-i18next";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { DialogForm } from "@/shared/ui/Form/DialogForm";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { toast } from "@/shared/ui/Toast/toasts";
import { useSendBack } from "./queries";
import type { Report } from "./report";

/** The leader gives the report back, with what is to be mended. */
export function SendBack({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation();
  const fields = useKeptFields(`send-back/${report.id}`, { note: "" });
  const sending = useSendBack();
  const note = fields.values.note.trim();
  const send = () =>
    sending.mutate(
      { report, note },
      {
        onSuccess: () => {
          toast(t("consolidation.sentBackToast"));
          fields.forget();
          onClose();
        },
      },
    );
  return (
    <DialogForm
      title={t("consolidation.sendBackTitle")}
      verb={t("consolidation.sendBack")}
      busy={sending.isPending}
      problem={sending.error}
      check={() => (note === "" ? [{ pointer: "/note", words: t("consolidation.noteMissing") }] : [])}
      onSubmit={send}
      onClose={onClose}
    >
      <TextArea {...fields.bind("note")} label={t("consolidation.note")} />
    </DialogForm>
  );
}
