import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormField } from "../Form/context";
import classes from "./PasswordField.module.css";
import { Field, inputProps } from "./shell";

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  name?: string;
  hint?: string;
  error?: string;
  autoComplete: "current-password" | "new-password";
  autoFocus?: boolean;
}

/** A password that can be shown by a button that says so in words. */
export function PasswordField({ label, value, onChange, name, hint, error, ...rest }: PasswordFieldProps) {
  const { t } = useTranslation();
  const field = useFormField(name, error);
  const [shown, setShown] = useState(false);
  const Eye = shown ? IconEyeOff : IconEye;
  const show = (
    <button
      type="button"
      className={classes.eye}
      aria-label={t(shown ? "session.hidePassword" : "session.showPassword")}
      onClick={() => setShown(!shown)}
    >
      <Eye size={20} stroke={1.75} aria-hidden />
      {t(shown ? "common.hide" : "common.show")}
    </button>
  );
  return (
    <Field field={field} label={label} hint={hint} className={classes.root} end={show}>
      <input
        {...rest}
        {...inputProps(field, hint)}
        name={name}
        type={shown ? "text" : "password"}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        spellCheck={false}
        autoCapitalize="none"
      />
    </Field>
  );
}
