import { IconQuote } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./RemarkNote.module.css";

interface RemarkNoteProps {
  /** Who said it. */
  office: string | undefined;
  words: string;
  id?: string;
}

/** What the reviewer said, beside the place that it is about. */
export function RemarkNote({ office, words, id }: RemarkNoteProps) {
  const { t } = useTranslation();
  return (
    <blockquote className={classes.root} id={id} tabIndex={id === undefined ? undefined : -1}>
      <IconQuote size={18} stroke={1.75} aria-hidden />
      <div>
        <p className={classes.by}>
          {office === undefined ? t("report.remark") : t("report.remarkBy", { office })}
        </p>
        <p className={classes.words}>{words}</p>
      </div>
    </blockquote>
  );
}
