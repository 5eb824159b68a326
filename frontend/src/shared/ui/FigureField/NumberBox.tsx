import { IconChevronDown } from "@tabler/icons-react";
import { type ChangeEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./FigureField.module.css";
import type { Qualifier, Quantity } from "./figure";
import { caretAfter, type Marks, readNumber, regroup, showNumber } from "./number";
import { useMarks } from "./useMarks";

interface NumberBoxProps {
  id: string;
  quantity: Quantity;
  onChange: (quantity: Quantity) => void;
  unit?: string | undefined;
  wrong: boolean;
  describedBy?: string | undefined;
  readOnly?: boolean | undefined;
  /** Without it «hơn» and «khoảng» are not offered. */
  qualifiable: boolean;
  /** Names the qualifier for screen readers: the figure's name. */
  name: string;
}

/** The box of one number: qualifier at the left, the number grouped as it is typed, the unit at the right. */
export function NumberBox({
  id,
  quantity,
  onChange,
  unit,
  wrong,
  describedBy,
  readOnly,
  qualifiable,
  name,
}: NumberBoxProps) {
  const marks = useMarks();
  const input = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  const [text, setText] = useState(() => shown(quantity, marks));

  // The number may change from outside: another device's draft, nil taken back.
  const meant = quantity.typed ?? quantity.value;
  const [last, setLast] = useState(meant);
  if (last !== meant) {
    setLast(meant);
    if (meaning(text, marks) !== meant) setText(shown(quantity, marks));
  }

  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const { value, selectionStart } = event.currentTarget;
    const grouped = regroup(text, value, marks);
    if (grouped !== value) caret.current = caretAfter(value, selectionStart ?? value.length, grouped, marks);
    setText(grouped);
    const read = readNumber(grouped, marks);
    onChange({
      ...quantity,
      value: read.is === "number" ? read.value : "",
      typed: read.is === "wrong" ? grouped : undefined,
    });
  };
  return (
    <div
      className={classes.box}
      data-wrong={wrong || undefined}
      data-read-only={readOnly === true || undefined}
    >
      {qualifiable && (
        <QualifierChoice
          name={name}
          value={quantity.qualifier}
          onChange={(qualifier) => onChange({ ...quantity, qualifier })}
          disabled={readOnly === true}
        />
      )}
      <input
        ref={input}
        id={id}
        className={`${classes.input ?? ""} num`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={type}
        readOnly={readOnly}
        aria-invalid={wrong || undefined}
        aria-describedby={describedBy}
      />
      {unit !== undefined && <span className={classes.unit}>{unit}</span>}
    </div>
  );
}

function shown(quantity: Quantity, marks: Marks): string {
  return quantity.typed ?? (quantity.value === "" ? "" : showNumber(quantity.value, marks));
}

function meaning(text: string, marks: Marks): string {
  const read = readNumber(text, marks);
  if (read.is === "blank") return "";
  return read.is === "number" ? read.value : text;
}

interface QualifierChoiceProps {
  name: string;
  value: Qualifier;
  onChange: (value: Qualifier) => void;
  disabled: boolean;
}

function QualifierChoice({ name, value, onChange, disabled }: QualifierChoiceProps) {
  const { t } = useTranslation();
  const words = { "": t("figure.exact"), more_than: t("figure.moreThan"), about: t("figure.about") };
  return (
    <span className={classes.qualifier}>
      <span aria-hidden>{words[value]}</span>
      <IconChevronDown size={16} stroke={1.75} aria-hidden />
      <select
        aria-label={t("figure.qualifierOf", { name })}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value as Qualifier)}
      >
        {Object.entries(words).map(([key, word]) => (
          <option key={key} value={key}>
            {word}
          </option>
        ))}
      </select>
    </span>
  );
}
