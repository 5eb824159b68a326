import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { finds } from "../../folded";
import { CheckField } from "../Fields/CheckField";
import classes from "./CheckList.module.css";

interface CheckListProps {
  label: ReactNode;
  /** In the search line: «Tìm cơ quan». */
  searchLabel: string;
  items: { value: string; label: string; group?: string }[];
  value: ReadonlySet<string>;
  onChange: (value: ReadonlySet<string>) => void;
}

/** Several of a long list: a search line, with or without diacritics, over tick boxes. */
export function CheckList({ label, searchLabel, items, value, onChange }: CheckListProps) {
  const { t } = useTranslation();
  const [sought, setSought] = useState("");
  const found = items.filter((item) => finds(sought, item.label));
  const toggle = (item: string) => {
    const next = new Set(value);
    if (!next.delete(item)) next.add(item);
    onChange(next);
  };
  return (
    <fieldset className={classes.root}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.box}>
        <label className={classes.search}>
          <IconSearch size={16} stroke={1.75} aria-hidden />
          <span className="sr">{searchLabel}</span>
          <input
            type="search"
            placeholder={searchLabel}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        </label>
        <ul className={classes.list}>
          {found.map((item) => (
            <li key={item.value}>
              <CheckField
                label={item.label}
                value={value.has(item.value)}
                onChange={() => toggle(item.value)}
              />
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className={classes.none}>{t("part.nothingFound")}</p>}
      </div>
      <p role="status" className="cap">
        {t("part.chosenOf", { chosen: value.size, all: items.length })}
      </p>
    </fieldset>
  );
}
