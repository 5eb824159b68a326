import i18next from "i18next";
import type { components } from "@/shared/api/schema.gen";
import { before, type Day, shortDay } from "@/shared/format";
import { finds } from "@/shared/folded";
import type {
  MatrixCell,
  MatrixColumn,
  MatrixGroup,
  MatrixRow,
  MatrixTotal,
} from "@/shared/ui/Matrix/matrix";
import { type Standing, standings } from "@/shared/ui/StateBadge/standing";

/** A plan's matrix as the API gives it, all its pages as one, and its rows by their agencies' ids. */
export interface Matrix extends Page {
  byAgency: ReadonlyMap<string, Row>;
}
type Page = components["schemas"]["Matrix"];
type Cell = components["schemas"]["MatrixCell"];
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

/** The pages of a matrix as one. */
export function joined(pages: [Page, ...Page[]]): Matrix {
  const rows = pages.flatMap((page) => page.rows);
  return { ...pages[0], rows, byAgency: new Map(rows.map((row) => [row.agency_id, row])) };
}

/** The agencies that have a duty in a view, in «all» every one; of those the ones whose name has words that begin with what is sought. */
export function rowsIn(matrix: Matrix, view: View, sought = ""): Row[] {
  return matrix.rows.filter(
    (row) =>
      (view === "all" || row.cells.some((cell) => isIn(view, cell))) &&
      (sought === "" || finds(sought, `${row.agency} ${row.name}`)),
  );
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
  const [agency = "", id] = place.split(".");
  const there = id === undefined ? undefined : matrix.byAgency.get(agency);
  if (there !== undefined) return dutyIn(matrix, there, (_, column) => column.id === id);
  for (const row of place === "" ? [] : matrix.rows) {
    const found = dutyIn(matrix, row, (cell) => cell.report_id === place || cell.assignment_id === place);
    if (found !== null) return found;
  }
  return null;
}

function dutyIn(matrix: Matrix, row: Row, is: (cell: Cell, column: Column) => boolean) {
  for (const cell of row.cells) {
    const column = matrix.columns[cell.column];
    if (column !== undefined && is(cell, column)) return { row, column, cell };
  }
  return null;
}

/** The columns: rounds under one heading, tasks under the other. */
export function columnsOf(matrix: Matrix, today: Day): MatrixColumn[] {
  return matrix.columns.map((column) => ({
    key: column.id,
    name: column.title,
    code: column.ordinal === null ? undefined : `${column.ordinal}.`,
    note:
      column.due_before === null
        ? timeOf(column.schedule, today)
        : before(column.due_before, (day) => shortDay(day, today)),
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

/** The groups with those of their rows that are shown; totals are the whole group's, and so is its size once every row is there. */
export function groupsOf(matrix: Matrix, shown: Row[], today: Day, whole: boolean): MatrixGroup[] {
  const ids = matrix.columns.map((column) => column.id);
  return (["communes", "others"] as const)
    .map((group) => ({
      key: group,
      name: i18next.t(`matrix.${group}`),
      rows: shown.filter((row) => row.group === group).map((row) => rowOf(row, ids, today)),
      size: whole ? matrix.rows.filter((row) => row.group === group).length : null,
      totals: totalsOf(matrix, group, ids),
    }))
    .filter((group) => group.rows.length > 0);
}

function totalsOf(matrix: Matrix, group: Row["group"], columns: string[]): MatrixGroup["totals"] {
  const totals: Record<string, MatrixTotal[]> = {};
  for (const total of matrix.totals)
    if (total.group === group)
      totals[columns[total.column] ?? ""] = standings.flatMap((standing) => {
        const count = total.standing[standing] ?? 0;
        return count === 0 ? [] : [{ standing, count }];
      });
  return totals;
}

/** A row whose cells are put into words when it is drawn: of a country's rows few ever are. */
function rowOf(row: Row, columns: string[], today: Day): MatrixRow {
  let cells: Record<string, MatrixCell> | undefined;
  return {
    key: row.agency_id,
    name: row.agency,
    get cells() {
      cells ??= Object.fromEntries(
        row.cells.map((cell) => [columns[cell.column] ?? "", cellOf(cell, today)]),
      );
      return cells;
    },
  };
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
