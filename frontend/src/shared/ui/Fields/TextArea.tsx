import type { CSSProperties, ReactNode } from "react";
import { useFormField } from "../Form/context";
import { Field, inputProps } from "./shell";
import classes from "./TextArea.module.css";

interface TextAreaProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  name?: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  placeholder?: string;
  /** Lines at first; it grows with the text. */
  rows?: number;
  disabled?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  className?: string;
}

/** Several lines of text; the box grows with what is written. */
export function TextArea({
  label,
  value,
  onChange,
  name,
  hint,
  error,
  optional,
  rows = 4,
  className,
  ...rest
}: TextAreaProps) {
  const field = useFormField(name, error);
  const input = inputProps(field, hint);
  return (
    <Field field={field} label={label} hint={hint} optional={optional} className={className}>
      <textarea
        {...rest}
        {...input}
        className={`${input.className ?? ""} ${classes.growing ?? ""}`}
        style={{ "--rows": rows } as CSSProperties}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rows={rows}
      />
    </Field>
  );
}
