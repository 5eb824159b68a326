import "@mantine/core/styles/Input.layer.css";
import { TextInput } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormField } from "../Form/context";
import classes from "./PasswordField.module.css";
import { FieldError, fieldClasses } from "./shell";

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
  return (
    <TextInput
      {...rest}
      id={field.id}
      name={name}
      type={shown ? "text" : "password"}
      label={label}
      description={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={field.error === undefined ? undefined : <FieldError words={field.error} />}
      classNames={fieldClasses()}
      spellCheck={false}
      autoCapitalize="none"
      rightSectionWidth={88}
      rightSection={
        <button
          type="button"
          className={classes.eye}
          aria-label={t(shown ? "session.hidePassword" : "session.showPassword")}
          onClick={() => setShown(!shown)}
        >
          <Eye size={20} stroke={1.75} aria-hidden />
          {t(shown ? "common.hide" : "common.show")}
        </button>
      }
    />
  );
}
