import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Field, inputProps } from "../Fields/shell";
import { useFormField } from "../Form/context";

interface ChoiceProps<T extends string> {
  label: ReactNode;
  value: T;
  onChange: (value: T) => void;
  choices: { value: T; label: string }[];
  /** The first, empty choice: «Chọn cơ quan». */
  placeholder?: string;
  name?: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  disabled?: boolean;
  className?: string;
}

/** One of a list, by the device's own list: best on a phone, and it searches by typing. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, onChange, choices, placeholder, name, hint, error, optional, disabled } = props;
  const field = useFormField(name, error);
  const arrow = <IconChevronDown size={18} stroke={1.75} aria-hidden />;
  return (
    <Field
      field={field}
      label={label}
      hint={hint}
      optional={optional}
      end={arrow}
      className={props.className}
    >
      <select
        {...inputProps(field, hint)}
        name={name}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as T)}
        disabled={disabled}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
