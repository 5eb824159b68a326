import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNarrow } from "../../narrow";
import { Choice } from "../Choice/Choice";
import classes from "./Matrix.module.css";
import { MatrixGroupRows } from "./MatrixGroupRows";
import { MatrixHead } from "./MatrixHead";
import { type MatrixColumn, type MatrixGroup, type MatrixPlace, step } from "./matrix";

interface MatrixProps {
  /** What the matrix shows; read before it. */
  label: string;
  /** Over the first column: «Cơ quan». */
  corner: string;
  columns: MatrixColumn[];
  groups: MatrixGroup[];
  /** The cell whose record is open beside. */
  open?: MatrixPlace | null;
  onOpen: (place: MatrixPlace) => void;
  /** The chosen rows; without onSelect rows cannot be chosen. */
  selected?: ReadonlySet<string>;
  onSelect?: (rows: ReadonlySet<string>) => void;
}

/**
 * Agencies down, rounds or tasks across. Arrow keys move, Enter opens the record beside, Space chooses the row. On a phone one
 * column at a time is chosen by name.
 */
export function Matrix(props: MatrixProps) {
  const { label, corner, columns, groups, open, onOpen, selected = none, onSelect } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<string | null>(null);
  const [at, setAt] = useState<MatrixPlace | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const id = useId();

  const onlyOne = columns.find((column) => column.key === (chosen ?? open?.column)) ?? columns[0];
  const shown = useMemo(
    () => (narrow && onlyOne !== undefined ? [onlyOne] : columns),
    [narrow, onlyOne, columns],
  );
  const rows = groups.flatMap((group) => group.rows.map((row) => row.key));
  const keys = shown.map((column) => column.key);
  const current = placeIn(rows, keys, at ?? open) ?? { row: rows[0] ?? "", column: keys[0] ?? "" };

  const move = (event: KeyboardEvent) => {
    if (event.key === "Enter") onOpen(current);
    else if (event.key === " " && onSelect !== undefined) onSelect(toggled(selected, current.row));
    else {
      const to = step(rows, keys, current, event.key);
      if (to === null) return;
      setAt(to);
      focusCell(table.current, to);
    }
    event.preventDefault();
  };
  return (
    <div className={classes.root}>
      {narrow && columns.length > 1 && (
        <div className={classes.chooser}>
          <Choice
            label={t("matrix.column")}
            value={onlyOne?.key ?? ""}
            onChange={setChosen}
            choices={columns.map((column) => ({ value: column.key, label: column.name }))}
          />
        </div>
      )}
      <div className={classes.scroll}>
        <table
          ref={table}
          className={classes.table}
          role="grid"
          aria-label={label}
          aria-describedby={id}
          aria-multiselectable={onSelect !== undefined || undefined}
        >
          <MatrixHead corner={corner} columns={shown} rows={rows} selected={selected} onSelect={onSelect} />
          {groups.map((group) => (
            <MatrixGroupRows
              key={group.key}
              group={group}
              columns={shown}
              current={current}
              open={open ?? null}
              selected={selected}
              onSelect={onSelect}
              onMove={move}
              onEnter={setAt}
              onOpen={onOpen}
            />
          ))}
        </table>
      </div>
      <p id={id} className="sr">
        {t(onSelect === undefined ? "matrix.keys" : "matrix.keysSelect")}
      </p>
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

function placeIn(
  rows: string[],
  columns: string[],
  place: MatrixPlace | null | undefined,
): MatrixPlace | null {
  if (place === null || place === undefined || !rows.includes(place.row)) return null;
  return columns.includes(place.column) ? place : { row: place.row, column: columns[0] ?? "" };
}

/** The set with one row put in or taken out. */
function toggled(rows: ReadonlySet<string>, row: string): ReadonlySet<string> {
  const next = new Set(rows);
  if (!next.delete(row)) next.add(row);
  return next;
}

function focusCell(table: HTMLTableElement | null, { row, column }: MatrixPlace): void {
  const cells = table?.querySelectorAll<HTMLElement>("td[data-row]") ?? [];
  for (const cell of cells) if (cell.dataset.row === row && cell.dataset.column === column) cell.focus();
}
