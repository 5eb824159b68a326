import { memo } from "react";
import { useTranslation } from "react-i18next";
import { TickBox } from "../CheckList/TickBox";
import { StateBadge } from "../StateBadge/StateBadge";
import { StateGlyph } from "../StateBadge/StateGlyph";
import type { Standing } from "../StateBadge/standing";
import classes from "./Matrix.module.css";
import { firstRow, type MatrixCell, type MatrixColumn, type MatrixRow } from "./matrix";

interface MatrixLineProps {
  row: MatrixRow;
  columns: MatrixColumn[];
  /** The column in which one stands, and the one whose record is open; null in every other row. */
  at: string | null;
  open: string | null;
  chosen: boolean;
  onChoose: ((row: string) => void) | undefined;
  /** Its place among all rows, headings counted, from 0. */
  index: number;
  /** Whether only some rows are drawn. */
  long: boolean;
}

/** One agency. What its cells do is heard by the table; it is drawn anew only when something of it changed. */
export const MatrixLine = memo(function MatrixLine(props: MatrixLineProps) {
  const { row, columns, at, open, chosen, onChoose, index, long } = props;
  const { t } = useTranslation();
  return (
    <tr
      data-index={index}
      aria-rowindex={long ? index + firstRow : undefined}
      aria-selected={onChoose === undefined ? undefined : chosen}
      data-selected={chosen || undefined}
    >
      {onChoose !== undefined && (
        <td className={classes.tick}>
          <TickBox label={row.name} checked={chosen} onChange={() => onChoose(row.key)} />
        </td>
      )}
      <th scope="row" className={classes.first} title={row.name}>
        {row.name}
      </th>
      {columns.map(({ key }) => {
        const cell = row.cells[key];
        return (
          <td
            key={key}
            role="gridcell"
            tabIndex={at === key ? 0 : -1}
            data-row={row.key}
            data-column={key}
            data-open={open === key || undefined}
            data-none={cell === undefined || undefined}
          >
            {cell === undefined ? (
              <span className="sr">{t("matrix.notAssigned")}</span>
            ) : (
              <Cell cell={cell} />
            )}
          </td>
        );
      })}
    </tr>
  );
});

const loud = new Set<Standing>(["missing", "overdue", "due_soon", "returned"]);

/** Of a country's matrix thousands pass by: what a cell does not show costs it nothing. */
function Cell({ cell }: { cell: MatrixCell }) {
  const sign = cell.sign ?? cell.standing;
  const badge = loud.has(sign);
  return (
    <span className={classes.cell}>
      <StateBadge standing={sign} days={cell.days} short calm variant={badge ? "badge" : "plain"}>
        {cell.words}
      </StateBadge>
      {cell.awaiting === true && <Awaiting />}
    </span>
  );
}

function Awaiting() {
  const { t } = useTranslation();
  return (
    <span className={classes.awaiting}>
      <StateGlyph standing="awaiting" size={14} />
      <span className="sr">{t("matrix.awaiting")}</span>
    </span>
  );
}
