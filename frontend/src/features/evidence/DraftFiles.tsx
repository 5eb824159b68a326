import { IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import classes from "./Evidence.module.css";
import { FilePicker } from "./FilePicker";
import { useFileBox, useWaitingFiles } from "./useFiles";
import { WaitingFile } from "./WaitingFile";

/** Files that go with what is still being written, under the name it has on this device. */
export function DraftFiles({ belongs }: { belongs: string }) {
  const { t } = useTranslation();
  const files = useFileBox();
  const [adding, setAdding] = useState(false);
  return (
    <div className={classes.root}>
      <WaitingFiles belongs={belongs} />
      <div>
        <Button
          icon={<IconCamera size={20} stroke={1.75} aria-hidden />}
          onClick={() => setAdding(true)}
          aria-haspopup="dialog"
        >
          {t("evidence.addFiles")}
        </Button>
      </div>
      {adding && (
        <FilePicker
          verb={(count) => t("evidence.addCount", { count })}
          onClose={() => setAdding(false)}
          onFiles={(chosen) => files.take(chosen, true, null, belongs)}
        />
      )}
    </div>
  );
}

/** The files that still lie on this device for something, in a list. */
export function WaitingFiles({ belongs }: { belongs: string }) {
  const { t } = useTranslation();
  const files = useFileBox();
  const waiting = useWaitingFiles(belongs);
  if (waiting.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t("evidence.chosen")}>
      {waiting.map(({ item, way }) => (
        <WaitingFile key={item.id} file={item} way={way} box={files} />
      ))}
    </ul>
  );
}
