import { IconCalendar } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Day, dayText } from "../../format";
import { TextField } from "../Fields/TextField";
import { useUnreadable } from "../Form/context";
import classes from "./DateField.module.css";
import { readDay } from "./date";

interface DateFieldProps {
  label: ReactNode;
  /** Blank when no day was given. */
  value: Day;
  onChange: (value: Day) => void;
  name?: string;
  hint?: ReactNode;
  error?: string;
  optional?: boolean;
  min?: Day;
  max?: Day;
  disabled?: boolean;
}

/** A day, typed as dd/mm/yyyy whatever the device's language, or picked in the device's own calendar. */
export function DateField({ value, onChange, error, min, max, ...rest }: DateFieldProps) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value === "" ? "" : dayText(value));
  const [left, setLeft] = useState(false);
  const [last, setLast] = useState(value);
  const read = readDay(text);
  if (last !== value) {
    setLast(value);
    const meant = read.is === "day" ? read.day : "";
    if (meant !== value) setText(value === "" ? "" : dayText(value));
  }
  const type = (next: string) => {
    setText(next);
    setLeft(false);
    const now = readDay(next);
    onChange(now.is === "day" ? now.day : "");
  };
  const wrong = read.is === "wrong" ? t("part.dateWrong") : undefined;
  useUnreadable(rest.name, wrong);
  return (
    <div
      className={classes.root}
      onBlur={() => {
        setLeft(true);
        if (read.is === "day") setText(dayText(read.day));
      }}
    >
      <TextField
        {...rest}
        value={text}
        onChange={type}
        error={error ?? (left ? wrong : undefined)}
        placeholder={t("part.datePattern")}
        inputMode="numeric"
        maxLength={10}
        autoComplete="off"
        end={
          <button
            type="button"
            className={classes.pick}
            aria-label={t("part.datePick")}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={20} stroke={1.75} aria-hidden />
          </button>
        }
      />
      <input
        ref={picker}
        className={classes.picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={value}
        min={min}
        max={max}
        onChange={(event) => {
          setText(event.currentTarget.value === "" ? "" : dayText(event.currentTarget.value));
          onChange(event.currentTarget.value);
        }}
      />
    </div>
  );
}
