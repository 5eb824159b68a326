import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useLongList } from "../../longList";
import { many } from "../../many";
import { useNarrow } from "../../narrow";
import { Choice } from "../Choice/Choice";
import classes from "./Matrix.module.css";
import { MatrixGroupRows, Room } from "./MatrixGroupRows";
import { MatrixHead } from "./MatrixHead";
import { firstRow, type MatrixColumn, type MatrixGroup, type MatrixPlace, step, toggled } from "./matrix";

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
 * column at a time is chosen by name. Of a long matrix only the rows near the screen are drawn.
 */
export function Matrix(props: MatrixProps) {
  const { label, corner, columns, groups, open = null, onOpen, selected = none, onSelect } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<string | null>(null);
  const [at, setAt] = useState<MatrixPlace | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  const onlyOne = columns.find((column) => column.key === (chosen ?? open?.column)) ?? columns[0];
  const shown = useMemo(
    () => (narrow && onlyOne !== undefined ? [onlyOne] : columns),
    [narrow, onlyOne, columns],
  );
  const { rows, heads, count } = useMemo(() => lineUp(groups), [groups]);
  const keys = shown.map((column) => column.key);
  const current = placeIn(rows, keys, at ?? open) ?? { row: rows[0] ?? "", column: keys[0] ?? "" };
  const drawn = useLongList(box, {
    count,
    kept: [...heads, indexOf(rows, heads, current.row)],
    height: rowHeight,
    boxed: true,
  });

  const move = (event: KeyboardEvent) => {
    if (placeOf(event) === null) return;
    if (event.key === "Enter") onOpen(current);
    else if (event.key === " " && onSelect !== undefined) onSelect(toggled(selected, current.row));
    else {
      const to = step(rows, keys, current, event.key);
      if (to === null) return;
      flushSync(() => setAt(to)); // its row may only now be drawn
      focusCell(table.current, to);
    }
    event.preventDefault();
  };
  const enter = (event: FocusEvent) => {
    const place = placeOf(event);
    if (place !== null) setAt(place);
  };
  const press = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place !== null) onOpen(place);
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
      <div ref={box} className={classes.scroll}>
        <table
          ref={table}
          className={classes.table}
          data-long={rows.length > many || undefined}
          role="grid"
          aria-label={label}
          aria-describedby={id}
          aria-rowcount={drawn.long ? count + firstRow - 1 : undefined}
          aria-multiselectable={onSelect !== undefined || undefined}
          onKeyDown={move}
          onFocus={enter}
          onClick={press}
        >
          <colgroup>
            {onSelect !== undefined && <col className={classes.tickColumn} />}
            <col className={classes.firstColumn} />
            {shown.map((column) => (
              <col key={column.key} />
            ))}
          </colgroup>
          <MatrixHead corner={corner} columns={shown} rows={rows} selected={selected} onSelect={onSelect} />
          {groups.map((group, which) => (
            <MatrixGroupRows
              key={group.key}
              group={group}
              columns={shown}
              current={current}
              open={open}
              selected={selected}
              onSelect={onSelect}
              first={heads[which] ?? 0}
              drawn={drawn.rows.filter(
                ({ index }) => index >= (heads[which] ?? 0) && index < (heads[which + 1] ?? count),
              )}
              long={drawn.long}
            />
          ))}
          {drawn.after > 0 && (
            <tbody>
              <Room height={drawn.after} />
            </tbody>
          )}
        </table>
      </div>
      <p id={id} className="sr">
        {t(onSelect === undefined ? "matrix.keys" : "matrix.keysSelect")}
      </p>
    </div>
  );
}

const none: ReadonlySet<string> = new Set();
/** About how high a row is, in pixels. */
const rowHeight = 36;

/** The agencies one after the other; where each group's heading stands among all rows, and how many those are. */
function lineUp(groups: MatrixGroup[]): { rows: string[]; heads: number[]; count: number } {
  const rows: string[] = [];
  const heads: number[] = [];
  for (const group of groups) {
    heads.push(rows.length + heads.length);
    for (const row of group.rows) rows.push(row.key);
  }
  return { rows, heads, count: rows.length + heads.length };
}

/** Where a row stands among all, headings counted. */
function indexOf(rows: string[], heads: number[], key: string): number {
  const at = rows.indexOf(key);
  return at + heads.filter((head, which) => head - which <= at).length;
}

function placeIn(
  rows: string[],
  columns: string[],
  place: MatrixPlace | null | undefined,
): MatrixPlace | null {
  if (place === null || place === undefined || !rows.includes(place.row)) return null;
  return columns.includes(place.column) ? place : { row: place.row, column: columns[0] ?? "" };
}

/** The cell in which something happened. */
function placeOf({ target }: { target: EventTarget }): MatrixPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("td[data-row]") : null;
  const { row, column } = cell?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row, column };
}

function focusCell(table: HTMLTableElement | null, { row, column }: MatrixPlace): void {
  const cells = table?.querySelectorAll<HTMLElement>("td[data-row]") ?? [];
  for (const cell of cells) if (cell.dataset.row === row && cell.dataset.column === column) cell.focus();
}
