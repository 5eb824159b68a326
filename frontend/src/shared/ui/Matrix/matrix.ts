import type { ReactNode } from "react";
import type { Standing } from "../StateBadge/standing";

/** One cell: how an agency's duty stands. */
export interface MatrixCell {
  standing: Standing;
  /** Another sign than the standing's: «đang trả lại»; the totals still count the standing. */
  sign?: Standing | undefined;
  /** Days left, over or late. */
  days?: number | undefined;
  /** Other words than the standing's own: «Ghi 12/11». */
  words?: string | undefined;
  /** Handed in and waiting for review: an hourglass at the right. */
  awaiting?: boolean | undefined;
}

export interface MatrixColumn {
  key: string;
  /** The column's name: its head, and what a screen reader says with each cell. */
  name: string;
  /** Its place in the plan, before the name: «3.» */
  code?: string | undefined;
  /** Small under the name: «trước 10/11». */
  note?: ReactNode;
  /** Columns of one heading stand together: «Đợt báo cáo», «Nhiệm vụ». */
  heading?: string | undefined;
}

export interface MatrixRow {
  key: string;
  name: string;
  /** By column; a missing one is not assigned and stands hatched. */
  cells: Readonly<Record<string, MatrixCell | undefined>>;
}

export interface MatrixGroup {
  key: string;
  name: string;
  rows: MatrixRow[];
  /** How many the whole group has, when only some of its rows are shown; null while that is not known. */
  size?: number | null | undefined;
  /** How the whole group stands, by column, when only some of its rows are shown. */
  totals?: Readonly<Record<string, MatrixTotal[] | undefined>> | undefined;
}

/** How many of a group stand how. */
export interface MatrixTotal {
  standing: Standing;
  count: number;
}

/** Where one stands in the matrix. */
export interface MatrixPlace {
  row: string;
  column: string;
}

/** How many of a group stand how, in one column, in the legend's order; they add up to those assigned. */
export function totals(rows: MatrixRow[], column: string, order: Standing[]): MatrixTotal[] {
  const counts = new Map<Standing, number>();
  for (const row of rows) {
    const standing = row.cells[column]?.standing;
    if (standing !== undefined) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return order.flatMap((standing) => {
    const count = counts.get(standing);
    return count === undefined ? [] : [{ standing, count }];
  });
}

/** What a screen reader counts the first row under the heads as. */
export const firstRow = 3;

/** The set with one row put in or taken out. */
export function toggled(rows: ReadonlySet<string>, row: string): ReadonlySet<string> {
  const next = new Set(rows);
  if (!next.delete(row)) next.add(row);
  return next;
}

/** The cell that an arrow key, Home or End leads to; null when the key moves nowhere. */
export function step(rows: string[], columns: string[], at: MatrixPlace, key: string): MatrixPlace | null {
  const y = rows.indexOf(at.row);
  const x = columns.indexOf(at.column);
  const to = {
    ArrowUp: [y - 1, x],
    ArrowDown: [y + 1, x],
    ArrowLeft: [y, x - 1],
    ArrowRight: [y, x + 1],
    Home: [y, 0],
    End: [y, columns.length - 1],
  }[key];
  if (to === undefined) return null;
  const row = rows[to[0] ?? -1];
  const column = columns[to[1] ?? -1];
  return row === undefined || column === undefined ? null : { row, column };
}
