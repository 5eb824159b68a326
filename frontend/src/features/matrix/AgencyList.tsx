import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { MatrixCell, MatrixColumn, MatrixGroup, MatrixRow } from "@/shared/ui/Matrix/matrix";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { StateGlyph } from "@/shared/ui/StateBadge/StateGlyph";
import { type Standing, standings, standingWords } from "@/shared/ui/StateBadge/standing";
import classes from "./AgencyList.module.css";
import { cellAt, isIn, type Matrix, type View } from "./view";

interface AgencyListProps {
  groups: MatrixGroup[];
  columns: MatrixColumn[];
  matrix: Matrix;
  view: View;
  onOpen: (agency: string, column: string) => void;
}

/** The matrix on a phone: every agency with its signs, unfolding to its duties; in a view only those that belong to it, unfolded. */
export function AgencyList({ groups, columns, matrix, view, onOpen }: AgencyListProps) {
  return groups.map((group) => (
    <section key={group.key} className={classes.group} aria-label={group.name}>
      <h2 className={classes.name}>
        {group.name} <span className="num">{group.rows.length}</span>
      </h2>
      <ul>
        {group.rows.map((row) => (
          <li key={row.key}>
            <Agency
              key={view}
              row={row}
              columns={columns.filter((column) => row.cells[column.key] !== undefined)}
              shows={(column) => isIn(view, sourceOf(matrix, row.key, column))}
              unfolded={view !== "all"}
              onOpen={(column) => onOpen(row.key, column)}
            />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function sourceOf(matrix: Matrix, agency: string, column: string) {
  const at = matrix.columns.findIndex((one) => one.id === column);
  const row = matrix.rows.find((one) => one.agency_id === agency);
  return row === undefined ? undefined : cellAt(row, at);
}

interface AgencyProps {
  row: MatrixRow;
  columns: MatrixColumn[];
  shows: (column: string) => boolean;
  unfolded: boolean;
  onOpen: (column: string) => void;
}

function Agency({ row, columns, shows, unfolded, onOpen }: AgencyProps) {
  const counts = countsOf(row);
  return (
    <details className={classes.agency} open={unfolded}>
      <summary>
        <span className={classes.title}>{row.name}</span>
        <span className={classes.signs}>
          {counts.map(({ sign, count }) => (
            <span key={sign} data-sign={sign} className={classes.sign}>
              <StateGlyph standing={sign} size={14} />
              <span className="num">{count}</span>
              <span className="sr">{standingWords(sign, { short: true })}</span>
            </span>
          ))}
        </span>
        <IconChevronDown size={18} stroke={1.75} aria-hidden className={classes.chevron} />
      </summary>
      <ul className={classes.duties}>
        {columns
          .filter((column) => shows(column.key))
          .map((column) => (
            <li key={column.key}>
              <button type="button" onClick={() => onOpen(column.key)}>
                <span>{column.name}</span>
                <Badge cell={row.cells[column.key]} />
              </button>
            </li>
          ))}
      </ul>
    </details>
  );
}

function Badge({ cell }: { cell: MatrixCell | undefined }) {
  const { t } = useTranslation();
  if (cell === undefined) return null;
  const sign = cell.sign ?? cell.standing;
  const words = cell.words ?? standingWords(sign, { days: cell.days, short: true });
  return (
    <StateBadge standing={sign} variant="plain">
      {words}
      {cell.awaiting === true && t("matrix.awaiting")}
    </StateBadge>
  );
}

/** How many duties of an agency bear which sign, in the legend's order. */
function countsOf(row: MatrixRow): { sign: Standing; count: number }[] {
  const cells = Object.values(row.cells);
  return standings
    .map((sign) => ({ sign, count: cells.filter((cell) => (cell?.sign ?? cell?.standing) === sign).length }))
    .filter(({ count }) => count > 0);
}
