import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { CheckField } from "@/shared/ui/Fields/CheckField";
import { FileDrop } from "@/shared/ui/FileDrop/FileDrop";
import { IconButton } from "@/shared/ui/IconButton/IconButton";
import { FileThumb } from "./FileThumb";
import classes from "./Evidence.module.css";
import { accepted, maxSize } from "./kinds";

interface FilePickerProps {
  /** Gets the files once the sender has confirmed that no state secret is in them. May throw when the device cannot keep them. */
  onFiles: (files: File[]) => Promise<void> | void;
  onClose: () => void;
  /** «Gửi 3 tệp», or «Thêm 3 tệp» where they go with something else. */
  verb: (count: number) => string;
}

/** Chooses photographs and files, shows them, and asks that no state secret is in them. */
export function FilePicker({ onFiles, onClose, verb }: FilePickerProps) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<File[]>([]);
  const [confirmed, setConfirmed] = useState(false);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [unkept, setUnkept] = useState(false);
  const send = async () => {
    setTried(true);
    if (!confirmed || files.length === 0) return;
    setBusy(true);
    setUnkept(false);
    try {
      await onFiles(files);
      onClose();
    } catch {
      setUnkept(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("evidence.addTitle")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look="filled" busy={busy} onClick={() => void send()}>
            {files.length === 0 ? t("evidence.send") : verb(files.length)}
          </Button>
        </>
      }
    >
      {unkept && <ErrorSummary lines={[{ words: t("evidence.unkept") }]} />}
      <FileDrop
        label={t("evidence.choose")}
        hint={t("evidence.hint", { size: fileSize(maxSize) })}
        accept={accepted}
        maxSize={maxSize}
        multiple
        onFiles={(more) => setFiles((now) => [...now, ...more])}
        error={tried && files.length === 0 ? t("evidence.noneChosen") : undefined}
      />
      {files.length > 0 && (
        <ul className={classes.chosen} aria-label={t("evidence.chosen")}>
          {files.map((file, at) => (
            <li key={`${file.name}${file.lastModified}${at}`}>
              <FileThumb type={file.type} blob={file} />
              <span className={classes.name}>
                {file.name} <span className="cap">{fileSize(file.size)}</span>
              </span>
              <IconButton
                label={t("evidence.dropOf", { name: file.name })}
                onClick={() => setFiles((now) => now.filter((one) => one !== file))}
              >
                <IconX size={20} stroke={1.75} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <CheckField
        label={t("evidence.noSecrets")}
        hint={t("evidence.noSecretsWhy")}
        value={confirmed}
        onChange={setConfirmed}
        {...(tried && !confirmed ? { error: t("evidence.noSecretsMissing") } : {})}
      />
    </Dialog>
  );
}
