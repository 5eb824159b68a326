import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { wordsOf } from "@/shared/api/problem";
import { fileSize, percent } from "@/shared/format";
import type { Way } from "@/shared/outbox";
import { Button } from "@/shared/ui/Button/Button";
import { FieldError } from "@/shared/ui/Fields/shell";
import { IconButton } from "@/shared/ui/IconButton/IconButton";
import { Progress } from "@/shared/ui/Progress/Progress";
import type { FileBox, KeptFile } from "./box";
import classes from "./Evidence.module.css";
import { FileThumb } from "./FileThumb";

/** A file that still lies on this device: waiting, on its way, or refused with the reason. */
export function WaitingFile({ file, way, box }: { file: KeptFile; way: Way; box: FileBox }) {
  const { t } = useTranslation();
  const size = fileSize(file.content.byteLength);
  return (
    <li className={classes.file}>
      <FileThumb type={file.type} blob={file.content} />
      <span className={classes.name}>
        <span>{file.name}</span>
        {way.is === "waiting" && <span className="cap">{t("evidence.waits", { size })}</span>}
        {way.is === "sending" && (
          <>
            <span className="cap">{t("evidence.sends", { size, done: percent(way.done * 100) })}</span>
            <Progress label={t("evidence.sendingOf", { name: file.name })} value={way.done} />
          </>
        )}
        {way.is === "refused" && (
          <>
            <span className={classes.wrong} role="alert">
              <FieldError words={wordsOf(way.problem)} />
            </span>
            <span>
              <Button size="small" onClick={() => void box.again(file)}>
                {t("common.retry")}
              </Button>
            </span>
          </>
        )}
      </span>
      {way.is !== "sending" && (
        <IconButton
          label={t("evidence.dropOf", { name: file.name })}
          onClick={() => void box.remove(file.id)}
        >
          <IconX size={20} stroke={1.75} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
