import "@mantine/core/styles/Input.layer.css";
import { TextInput } from "@mantine/core";
import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { useFormField } from "../Form/context";
import { FieldError, FieldLabel, fieldClasses } from "./shell";

export interface TextFieldProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  /** The JSON pointer in the body without its first slash: ties the server's field problems to this field. */
  name?: string;
  hint?: ReactNode;
  error?: string;
  /** Says «không bắt buộc» after the label. */
  optional?: boolean;
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  type?: "text" | "search" | "email" | "tel" | "url";
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url" | "search";
  maxLength?: number;
  disabled?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  autoCapitalize?: "none" | "sentences";
  spellCheck?: boolean;
  leftSection?: ReactNode;
  rightSection?: ReactNode;
  className?: string;
}

/** One line of text under a real label. */
export function TextField({
  label,
  value,
  onChange,
  name,
  hint,
  error,
  optional,
  className,
  ...rest
}: TextFieldProps) {
  const field = useFormField(name, error);
  return (
    <TextInput
      {...rest}
      id={field.id}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={field.error === undefined ? undefined : <FieldError words={field.error} />}
      classNames={fieldClasses()}
      className={className}
    />
  );
}
