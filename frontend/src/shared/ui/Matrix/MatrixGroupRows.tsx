import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { TickBox } from "../CheckList/TickBox";
import { StateBadge } from "../StateBadge/StateBadge";
import { StateGlyph } from "../StateBadge/StateGlyph";
import { type Standing, standings, standingWords } from "../StateBadge/standing";
import classes from "./Matrix.module.css";
import {
  type MatrixCell,
  type MatrixColumn,
  type MatrixGroup,
  type MatrixPlace,
  type MatrixRow,
  totals,
} from "./matrix";

interface MatrixGroupRowsProps {
  group: MatrixGroup;
  columns: MatrixColumn[];
  current: MatrixPlace;
  open: MatrixPlace | null;
  selected: ReadonlySet<string>;
  onSelect: ((rows: ReadonlySet<string>) => void) | undefined;
  onMove: (event: KeyboardEvent) => void;
  onEnter: (place: MatrixPlace) => void;
  onOpen: (place: MatrixPlace) => void;
}

/** One group: its totals, which add up to the expected list, and its agencies. */
export function MatrixGroupRows(props: MatrixGroupRowsProps) {
  const { group, columns, selected, onSelect } = props;
  const keys = group.rows.map((row) => row.key);
  const all = keys.length > 0 && keys.every((key) => selected.has(key));
  const choose = () => {
    const next = new Set(selected);
    for (const key of keys)
      if (all) next.delete(key);
      else next.add(key);
    onSelect?.(next);
  };
  return (
    <tbody>
      <tr className={classes.group}>
        {onSelect !== undefined && (
          <td className={classes.tick}>
            <TickBox
              label={group.name}
              checked={all}
              some={!all && keys.some((key) => selected.has(key))}
              onChange={choose}
            />
          </td>
        )}
        <th scope="rowgroup" className={classes.first}>
          {group.name}{" "}
          <span className={`${classes.size ?? ""} num`}>{(group.everyone ?? group.rows).length}</span>
        </th>
        {columns.map((column) => (
          <td key={column.key}>
            {totals(group.everyone ?? group.rows, column.key, standings).map(({ standing, count }) => (
              <Total key={standing} standing={standing} count={count} />
            ))}
          </td>
        ))}
      </tr>
      {group.rows.map((row) => (
        <Row key={row.key} row={row} {...props} />
      ))}
    </tbody>
  );
}

function Total({ standing, count }: { standing: Standing; count: number }) {
  return (
    <span className={classes.total} data-standing={standing}>
      <StateGlyph standing={standing} size={14} />
      <span className="sr">{standingWords(standing, { short: true })} </span>
      <span className="num">{count}</span>
    </span>
  );
}

function Row({
  row,
  columns,
  current,
  open,
  selected,
  onSelect,
  onMove,
  onEnter,
  onOpen,
}: MatrixGroupRowsProps & { row: MatrixRow }) {
  const { t } = useTranslation();
  const chosen = selected.has(row.key);
  const toggle = () => {
    const next = new Set(selected);
    if (!next.delete(row.key)) next.add(row.key);
    onSelect?.(next);
  };
  return (
    <tr aria-selected={onSelect === undefined ? undefined : chosen} data-selected={chosen || undefined}>
      {onSelect !== undefined && (
        <td className={classes.tick}>
          <TickBox label={row.name} checked={chosen} onChange={toggle} />
        </td>
      )}
      <th scope="row" className={classes.first} title={row.name}>
        {row.name}
      </th>
      {columns.map((column) => {
        const place = { row: row.key, column: column.key };
        const cell = row.cells[column.key];
        const here = current.row === row.key && current.column === column.key;
        return (
          <td
            key={column.key}
            role="gridcell"
            tabIndex={here ? 0 : -1}
            data-row={row.key}
            data-column={column.key}
            data-open={(open?.row === row.key && open.column === column.key) || undefined}
            data-none={cell === undefined || undefined}
            onKeyDown={onMove}
            onFocus={() => onEnter(place)}
            onClick={() => onOpen(place)}
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
}

const loud = new Set<Standing>(["missing", "overdue", "due_soon", "returned"]);

function Cell({ cell }: { cell: MatrixCell }) {
  const { t } = useTranslation();
  const sign = cell.sign ?? cell.standing;
  const badge = loud.has(sign);
  return (
    <span className={classes.cell}>
      <StateBadge standing={sign} days={cell.days} short calm variant={badge ? "badge" : "plain"}>
        {cell.words}
      </StateBadge>
      {cell.awaiting === true && (
        <span className={classes.awaiting}>
          <StateGlyph standing="awaiting" size={14} />
          <span className="sr">{t("matrix.awaiting")}</span>
        </span>
      )}
    </span>
  );
}
