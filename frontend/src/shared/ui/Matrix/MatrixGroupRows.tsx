import { memo } from "react";
import type { DrawnRow } from "../../longList";
import { TickBox } from "../CheckList/TickBox";
import { StateGlyph } from "../StateBadge/StateGlyph";
import { type Standing, standings, standingWords } from "../StateBadge/standing";
import classes from "./Matrix.module.css";
import { MatrixLine } from "./MatrixLine";
import { firstRow, type MatrixColumn, type MatrixGroup, type MatrixPlace, toggled, totals } from "./matrix";

interface GroupHeadProps {
  group: MatrixGroup;
  columns: MatrixColumn[];
  selected: ReadonlySet<string>;
  onSelect: ((rows: ReadonlySet<string>) => void) | undefined;
  /** The place of the group's heading among all rows; its agencies follow. */
  first: number;
  /** Whether only some rows are drawn. */
  long: boolean;
}

interface MatrixGroupRowsProps extends GroupHeadProps {
  current: MatrixPlace;
  open: MatrixPlace | null;
  /** Which of them are drawn, the heading first. */
  drawn: DrawnRow[];
}

/** One group: its totals, which add up to the expected list, and its agencies. */
export function MatrixGroupRows(props: MatrixGroupRowsProps) {
  const { group, columns, current, open, selected, onSelect, first, drawn, long } = props;
  const toggle = onSelect && ((row: string) => onSelect(toggled(selected, row)));
  return (
    <tbody>
      {drawn.map(({ index, before }) => {
        const row = group.rows[index - first - 1];
        const line =
          row === undefined ? (
            <GroupHead
              key={group.key}
              group={group}
              columns={columns}
              selected={selected}
              onSelect={onSelect}
              first={first}
              long={long}
            />
          ) : (
            <MatrixLine
              key={row.key}
              row={row}
              columns={columns}
              at={current.row === row.key ? current.column : null}
              open={open?.row === row.key ? open.column : null}
              chosen={selected.has(row.key)}
              onChoose={toggle}
              index={index}
              long={long}
            />
          );
        return before > 0 ? [<Room key={`room ${index}`} height={before} />, line] : line;
      })}
    </tbody>
  );
}

/** The room of rows that are not drawn. */
export function Room({ height }: { height: number }) {
  return <tr aria-hidden style={{ height }} />;
}

const GroupHead = memo(function GroupHead(props: GroupHeadProps) {
  const { group, columns, selected, onSelect, first, long } = props;
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
    <tr className={classes.group} data-index={first} aria-rowindex={long ? first + firstRow : undefined}>
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
        {group.size !== null && (
          <span className={`${classes.size ?? ""} num`}>{group.size ?? group.rows.length}</span>
        )}
      </th>
      {columns.map((column) => (
        <td key={column.key}>
          {(group.totals?.[column.key] ?? totals(group.rows, column.key, standings)).map(
            ({ standing, count }) => (
              <Total key={standing} standing={standing} count={count} />
            ),
          )}
        </td>
      ))}
    </tr>
  );
});

function Total({ standing, count }: { standing: Standing; count: number }) {
  return (
    <span className={classes.total} data-standing={standing}>
      <StateGlyph standing={standing} size={14} />
      <span className="sr">{standingWords(standing, { short: true })} </span>
      <span className="num">{count}</span>
    </span>
  );
}
