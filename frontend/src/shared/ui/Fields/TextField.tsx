import type { HTMLInputAutoCompleteAttribute, ReactNode } from "react";
import { useFormField } from "../Form/context";
import { Field, inputProps } from "./shell";

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
  /** Stands over the end of the line: a button. */
  end?: ReactNode;
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
  end,
  className,
  ...rest
}: TextFieldProps) {
  const field = useFormField(name, error);
  return (
    <Field field={field} label={label} hint={hint} optional={optional} end={end} className={className}>
      <input
        type="text"
        {...rest}
        {...inputProps(field, hint)}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  );
}
