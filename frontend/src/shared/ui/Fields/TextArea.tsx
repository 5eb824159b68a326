import "@mantine/core/styles/Input.layer.css";
import { Textarea } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormField } from "../Form/context";
import { FieldError, FieldLabel, fieldClasses } from "./shell";
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
  ...rest
}: TextAreaProps) {
  const field = useFormField(name, error);
  const shell = fieldClasses();
  return (
    <Textarea
      {...rest}
      id={field.id}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rows={rows}
      styles={{ input: { "--rows": rows } }}
      error={field.error === undefined ? undefined : <FieldError words={field.error} />}
      classNames={{ ...shell, input: `${shell.input} ${classes.growing}` }}
    />
  );
}
