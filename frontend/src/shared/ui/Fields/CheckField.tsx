import type { ReactNode } from "react";
import { useFormField } from "../Form/context";
import { FieldError } from "./shell";
import classes from "./CheckField.module.css";
import box from "../CheckList/TickBox.module.css";

interface CheckFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  name?: string;
  error?: string;
  disabled?: boolean;
}

/** A yes or no with its words beside it; the words are part of the target. */
export function CheckField({ label, hint, value, onChange, name, error, disabled }: CheckFieldProps) {
  const field = useFormField(name, error);
  return (
    <div>
      <label className={classes.row}>
        <input
          id={field.id}
          className={box.box}
          type="checkbox"
          checked={value}
          disabled={disabled}
          aria-invalid={field.error !== undefined || undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          {label}
          {hint !== undefined && <span className={classes.hint}>{hint}</span>}
        </span>
      </label>
      {field.error !== undefined && (
        <div className={classes.error}>
          <FieldError words={field.error} />
        </div>
      )}
    </div>
  );
}
