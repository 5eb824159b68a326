import { type ReactNode, useId } from "react";
import { useFormField } from "../Form/context";
import { FieldError } from "./shell";
import classes from "./RadioField.module.css";

interface RadioFieldProps<T extends string> {
  label: ReactNode;
  value: T | "";
  onChange: (value: T) => void;
  choices: { value: T; label: ReactNode; hint?: ReactNode }[];
  name?: string;
  error?: string;
}

/** One of a few, each with its words; what follows from a choice may stand under it. */
export function RadioField<T extends string>({
  label,
  value,
  onChange,
  choices,
  name,
  error,
}: RadioFieldProps<T>) {
  const field = useFormField(name, error);
  const group = useId();
  return (
    <fieldset className={classes.root} id={field.id} tabIndex={-1}>
      <legend className={classes.label}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={classes.row}>
          <input
            className={classes.dot}
            type="radio"
            name={group}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <span className={classes.hint}>{choice.hint}</span>}
          </span>
        </label>
      ))}
      {field.error !== undefined && (
        <div className={classes.error}>
          <FieldError words={field.error} />
        </div>
      )}
    </fieldset>
  );
}
