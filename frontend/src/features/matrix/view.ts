import i18next from "i18next";
import type { components } from "@/shared/api/schema.gen";
import { before, type Day, shortDay } from "@/shared/format";
import type { MatrixCell, MatrixColumn, MatrixGroup, MatrixRow } from "@/shared/ui/Matrix/matrix";
import type { Standing } from "@/shared/ui/StateBadge/standing";

/** A plan's matrix as the API gives it. */
export type Matrix = components["schemas"]["Matrix"];
export type Cell = components["schemas"]["MatrixCell"];
export type Column = components["schemas"]["MatrixColumn"];
export type Row = components["schemas"]["MatrixRow"];

/** What of the matrix is looked at; each view is an address. */
export const views = ["all", "overdue", "due_soon", "awaiting", "returned", "late"] as const;
export type View = (typeof views)[number];

/** The view that the address names; all when it names none. */
export function viewOf(show: string | undefined): View {
  return views.find((view) => view === show) ?? "all";
}

/** Whether a duty belongs to a view. */
export function isIn(view: View, cell: Cell | undefined): boolean {
  if (cell === undefined) return false;
  switch (view) {
    case "all":
      return true;
    case "overdue":
      return cell.standing === "missing" || cell.standing === "overdue";
    case "awaiting":
      return isAwaiting(cell);
    case "returned":
      return cell.state === "returned";
    case "due_soon":
    case "late":
      return cell.standing === view;
  }
}

/** The agencies that have a duty in a view; in «all» every one. */
export function rowsIn(matrix: Matrix, view: View): Row[] {
  return view === "all"
    ? matrix.rows
    : matrix.rows.filter((row) => row.cells.some((cell) => isIn(view, cell)));
}

/** What an agency owes in a column; nothing when it has no duty there. */
export function cellAt(row: Row, column: number): Cell | undefined {
  return row.cells.find((cell) => cell.column === column);
}

function isAwaiting(cell: Cell): boolean {
  return cell.state === "submitted" || cell.state === "handed_in";
}

/** The place of one duty in the address: «agency.column». */
export function placeText(row: string, column: string): string {
  return `${row}.${column}`;
}

/** The duty that an address names, as «agency.column» or by the id of its report or assignment; null when there is none. */
export function findPlace(matrix: Matrix, place = ""): { row: Row; column: Column; cell: Cell } | null {
  const [agency, id] = place.split(".");
  for (const row of matrix.rows)
    for (const cell of row.cells) {
      const column = matrix.columns[cell.column];
      const byPlace = row.agency_id === agency && column?.id === id;
      const byDuty = place !== "" && (cell.report_id === place || cell.assignment_id === place);
      if (column !== undefined && (byPlace || byDuty)) return { row, column, cell };
    }
  return null;
}

/** The columns: rounds under one heading, tasks under the other. */
export function columnsOf(matrix: Matrix, today: Day): MatrixColumn[] {
  return matrix.columns.map((column) => ({
    key: column.id,
    name: column.title,
    code: column.ordinal === null ? undefined : `${column.ordinal}.`,
    note: column.due_before === null ? timeOf(column.schedule, today) : before(column.due_before, today),
    heading: i18next.t(column.kind === "round" ? "matrix.rounds" : "matrix.tasks"),
  }));
}

/** «Thường xuyên trong năm 2024», «Quý II, III/2024» in the year itself: «Thường xuyên», «Quý II, III». */
export function timeOf(schedule: string, today: Day): string {
  const year = today.slice(0, 4);
  return schedule.replace(new RegExp(`(?:(?: trong)? năm ${year}|/${year})$`), "");
}

/** «Báo cáo năm 2024», «3. Đấu tranh, phản bác …» */
export function nameOf(column: Column): string {
  return column.ordinal === null ? column.title : `${column.ordinal}. ${column.title}`;
}

/** The groups with the rows of a view; totals go over the whole group. */
export function groupsOf(matrix: Matrix, view: View, today: Day): MatrixGroup[] {
  const shown = new Set(rowsIn(matrix, view));
  const ids = matrix.columns.map((column) => column.id);
  return (["communes", "others"] as const)
    .map((group) => {
      const of = matrix.rows.filter((row) => row.group === group);
      return {
        key: group,
        name: i18next.t(`matrix.${group}`),
        rows: of.filter((row) => shown.has(row)).map((row) => rowOf(row, ids, today)),
        everyone: of.map((row) => rowOf(row, ids, today)),
      };
    })
    .filter((group) => group.rows.length > 0);
}

function rowOf(row: Row, columns: string[], today: Day): MatrixRow {
  const cells: Record<string, MatrixCell> = {};
  for (const cell of row.cells) cells[columns[cell.column] ?? ""] = cellOf(cell, today);
  return { key: row.agency_id, name: row.agency, cells };
}

/** How one duty is shown: its sign, its days, its words. */
export function cellOf(cell: Cell, today: Day): MatrixCell {
  const standing = cell.standing as Standing;
  return {
    standing,
    sign: cell.state === "returned" && standing !== "overdue" ? "returned" : undefined,
    days: standing === "due_soon" ? (cell.days_left ?? undefined) : cell.days_late,
    words: wordsOf(cell, today),
    awaiting: cell.state === "submitted",
  };
}

/** A duty without a deadline says when something was last recorded. */
function wordsOf(cell: Cell, today: Day): string | undefined {
  if (cell.standing !== "no_deadline" || cell.state === "returned") return undefined;
  if (cell.state === "completed") return i18next.t("matrix.completed");
  return cell.updated_on === null
    ? i18next.t("matrix.notRecorded")
    : i18next.t("matrix.recorded", { day: shortDay(cell.updated_on, today) });
}
