import { useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import classes from "./SheetText.module.css";

interface SheetTextProps {
  /** What is written here, for screen readers. */
  label: string;
  text: string;
  /** null while it may only be read. */
  onWrite: ((text: string) => void) | null;
}

/** A passage of the official text: its lines are paragraphs; while it may be written, a field that grows on the paper. */
export function SheetText({ label, text, onWrite }: SheetTextProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const box = field.current;
    if (box === null) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }, [text]);
  if (onWrite === null)
    return text === "" ? (
      <p className={classes.none}>{t("consolidation.notWritten")}</p>
    ) : (
      text.split("\n").map((line, at) => <p key={at}>{line}</p>)
    );
  return (
    <>
      <label className="sr" htmlFor={id}>
        {t("consolidation.textOf", { label })}
      </label>
      <textarea
        ref={field}
        id={id}
        className={classes.field}
        value={text}
        rows={4}
        placeholder={t("consolidation.writeHere")}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
    </>
  );
}
