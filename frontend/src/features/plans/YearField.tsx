import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useUnreadable } from "@/shared/ui/Form/context";

interface YearFieldProps {
  name: string;
  /** Null when none was given. */
  value: number | null;
  onChange: (value: number | null) => void;
}

/** The year of a plan, typed in four digits. */
export function YearField({ name, value, onChange }: YearFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(textOf(value));
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    if (read(text) !== value) setText(textOf(value));
  }
  useUnreadable(name, text !== "" && read(text) === null ? t("plan.yearWrong") : undefined);
  const type = (next: string) => {
    setText(next);
    onChange(read(next));
  };
  return <TextField label={t("plan.year")} name={name} inputMode="numeric" value={text} onChange={type} />;
}

function read(text: string): number | null {
  return /^\d{4}$/.test(text.trim()) ? Number(text) : null;
}

function textOf(value: number | null): string {
  return value === null ? "" : String(value);
}
