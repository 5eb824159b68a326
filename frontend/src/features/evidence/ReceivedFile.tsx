import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "@/shared/api/download";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { fileSize } from "@/shared/format";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { FieldError } from "@/shared/ui/Fields/shell";
import { IconButton } from "@/shared/ui/IconButton/IconButton";
import classes from "./Evidence.module.css";
import { FileThumb } from "./FileThumb";
import { type Attachment, type Owner, useRemoveAttachment } from "./queries";

/** A file that the office has: it can be opened, and taken away as long as its owner is open. */
export function ReceivedFile({ file, owner }: { file: Attachment; owner: Owner }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const remove = useRemoveAttachment(owner);
  const open = () => {
    setProblem(null);
    download(`/attachments/${file.id}/content`).catch((thrown: unknown) =>
      setProblem(wordsOf(problemOf(thrown))),
    );
  };
  return (
    <li className={classes.file}>
      <FileThumb type={file.media_type} />
      <span className={classes.name}>
        <button type="button" className={classes.open} onClick={open}>
          {file.name}
        </button>
        <span className="cap">
          {fileSize(file.size)}, {t("evidence.isReceived")}
        </span>
        {problem !== null && (
          <span role="alert" className={classes.wrong}>
            <FieldError words={problem} />
          </span>
        )}
      </span>
      {file.allowed_actions.includes("delete") && (
        <IconButton label={t("evidence.removeOf", { name: file.name })} onClick={() => setAsking(true)}>
          <IconTrash size={20} stroke={1.75} aria-hidden />
        </IconButton>
      )}
      {asking && (
        <ConfirmDialog
          title={t("evidence.removeTitle")}
          verb={t("evidence.remove")}
          danger
          busy={remove.isPending}
          problem={remove.error}
          onClose={() => setAsking(false)}
          onConfirm={() => remove.mutate(file, { onSuccess: () => setAsking(false) })}
        >
          <p>{t("evidence.removeWhy", { name: file.name })}</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
