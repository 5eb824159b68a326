import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Fields.module.css";

/** A field as its form knows it: the id of its input, and the words of its error. */
interface Known {
  id: string;
  error: string | undefined;
}

interface FieldProps {
  field: Known;
  label: ReactNode;
  hint?: ReactNode;
  /** Says «không bắt buộc» after the label. */
  optional?: boolean | undefined;
  className?: string | undefined;
  /** Stands over the input's end: a button, or the arrow of a list. */
  end?: ReactNode;
  /** The input itself, with its inputProps. */
  children: ReactNode;
}

/** What an input stands in: above it a real label and its hint, below it what is wrong. */
export function Field({ field, label, hint, optional, className, end, children }: FieldProps) {
  const { t } = useTranslation();
  return (
    <div className={[classes.root, className].filter(Boolean).join(" ")}>
      <label className={classes.label} htmlFor={field.id}>
        {label}
        {optional === true && <span className={classes.optional}> ({t("common.optional")})</span>}
      </label>
      {hint !== undefined && (
        <p id={hintOf(field.id)} className={classes.hint}>
          {hint}
        </p>
      )}
      <div className={classes.wrapper} data-end={end !== undefined || undefined}>
        {children}
        {end !== undefined && <div className={classes.end}>{end}</div>}
      </div>
      {field.error !== undefined && (
        <div id={errorOf(field.id)} className={classes.error}>
          <FieldError words={field.error} />
        </div>
      )}
    </div>
  );
}

/** What ties an input to its Field: its look, and the hint and error that are read with it. */
export function inputProps({ id, error }: Known, hint: ReactNode) {
  const told = [error !== undefined && errorOf(id), hint !== undefined && hintOf(id)].filter(Boolean);
  return {
    id,
    className: classes.input,
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": told.length > 0 ? told.join(" ") : undefined,
  };
}

function hintOf(id: string): string {
  return `${id}-hint`;
}

function errorOf(id: string): string {
  return `${id}-error`;
}

/** The words of a field's error with the sign, so that colour is not alone. */
export function FieldError({ words }: { words: string }) {
  return (
    <span className={classes.errorLine}>
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      <span>{words}</span>
    </span>
  );
}
