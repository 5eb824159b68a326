import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextArea } from "@/shared/ui/Fields/TextArea";

interface LinesFieldProps {
  label: ReactNode;
  name?: string;
  value: string[];
  onChange: (lines: string[]) => void;
}

/** A list of texts, one a line. */
export function LinesField({ label, name, value, onChange }: LinesFieldProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value.join("\n"));
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    if (linesOf(text).join("\n") !== value.join("\n")) setText(value.join("\n"));
  }
  const type = (next: string) => {
    setText(next);
    onChange(linesOf(next));
  };
  return (
    <TextArea
      label={label}
      hint={t("plan.oneALine")}
      rows={2}
      {...(name === undefined ? {} : { name })}
      value={text}
      onChange={type}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
