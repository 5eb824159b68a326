import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { FieldError } from "@/shared/ui/Fields/shell";
import { InsertFigure } from "./InsertFigure";
import { LiveText } from "./LiveText";
import { hasPlaces } from "./live";
import type { Indicator, Section } from "./report";
import classes from "./SheetText.module.css";

interface SheetTextProps {
  /** What is written here, for screen readers. */
  label: string;
  text: string;
  sections: Section[];
  /** The figures that may be put into this text. */
  figures: Indicator[];
  /** Why the server did not take it. */
  error: string | undefined;
  /** null while it may only be read. */
  onWrite: ((text: string) => void) | null;
}

/** A passage of the official text: read with its sums in place, or written in a field that grows on the paper. */
export function SheetText({ label, text, sections, figures, error, onWrite }: SheetTextProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(text === "");
  const [asked, setAsked] = useState(false);
  if (onWrite === null)
    return text === "" ? (
      <p className={classes.none}>{t("consolidation.notWritten")}</p>
    ) : (
      <LiveText text={text} sections={sections} />
    );
  if (writing || text === "" || error !== undefined)
    return (
      <Writing
        label={label}
        text={text}
        figures={figures}
        error={error}
        focused={asked}
        onWrite={(next) => {
          setWriting(true);
          onWrite(next);
        }}
        onDone={() => {
          setWriting(false);
          setAsked(false);
        }}
      />
    );
  return (
    <>
      <LiveText text={text} sections={sections} />
      <div className={classes.tools}>
        <Button
          size="small"
          icon={<IconPencil size={16} stroke={1.75} aria-hidden />}
          onClick={() => {
            setAsked(true);
            setWriting(true);
          }}
        >
          {t("consolidation.write")}
          <span className="sr"> {label}</span>
        </Button>
      </div>
    </>
  );
}

interface WritingProps extends Omit<SheetTextProps, "sections" | "onWrite"> {
  /** Whether the person asked for the field, which then takes the focus. */
  focused: boolean;
  onWrite: (text: string) => void;
  onDone: () => void;
}

function Writing({ label, text, figures, error, focused, onWrite, onDone }: WritingProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const box = field.current;
    if (box === null) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  }, [text]);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const insert = (words: string) => {
    const box = field.current;
    const [from, to] = [box?.selectionStart ?? text.length, box?.selectionEnd ?? text.length];
    const before = text.slice(0, from);
    const apart = before === "" || /\s$/.test(before) ? words : ` ${words}`;
    onWrite(before + apart + text.slice(to));
    const caret = from + apart.length;
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(caret, caret);
    });
  };
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
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onWrite(event.currentTarget.value)}
      />
      {error !== undefined && (
        <div id={`${id}-error`} className={classes.error}>
          <FieldError words={error} />
        </div>
      )}
      <div className={classes.tools}>
        {figures.length > 0 && <InsertFigure figures={figures} onInsert={insert} />}
        {text !== "" && (
          <Button size="small" onClick={onDone}>
            {t("consolidation.asPrinted")}
          </Button>
        )}
      </div>
      {hasPlaces(text) && <p className={classes.hint}>{t("consolidation.placesHint")}</p>}
    </>
  );
}
