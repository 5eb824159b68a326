import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { toast } from "@/shared/ui/Toast/toasts";
import classes from "./Deciding.module.css";
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
    <Dialog title={t("consolidation.sendBackTitle")} onClose={onClose}>
      <ProblemForm
        onSubmit={send}
        check={() => (note === "" ? [{ pointer: "/note", words: t("consolidation.noteMissing") }] : [])}
        problem={sending.error}
        busy={sending.isPending}
      >
        <TextArea {...fields.bind("note")} label={t("consolidation.note")} />
        <div className={classes.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look="filled" type="submit" busy={sending.isPending}>
            {t("consolidation.sendBack")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
