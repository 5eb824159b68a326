import "@mantine/core/styles/Input.layer.css";
import { NativeSelect } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FieldError, FieldLabel, fieldClasses } from "../Fields/shell";
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
  const { label, value, onChange, choices, placeholder, name, hint, error, optional, ...rest } = props;
  const field = useFormField(name, error);
  return (
    <NativeSelect
      {...rest}
      id={field.id}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
      error={field.error === undefined ? undefined : <FieldError words={field.error} />}
      classNames={fieldClasses()}
      rightSection={<IconChevronDown size={18} stroke={1.75} aria-hidden />}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  );
}
