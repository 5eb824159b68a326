import { IconChevronDown } from "@tabler/icons-react";
import { memo, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DrawnRow, useLongList } from "@/shared/longList";
import type { MatrixCell, MatrixColumn, MatrixGroup, MatrixRow } from "@/shared/ui/Matrix/matrix";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { StateGlyph } from "@/shared/ui/StateBadge/StateGlyph";
import { type Standing, standings, standingWords } from "@/shared/ui/StateBadge/standing";
import classes from "./AgencyList.module.css";
import { isIn, type Matrix, type Row, type View } from "./view";

interface AgencyListProps {
  groups: MatrixGroup[];
  columns: MatrixColumn[];
  matrix: Matrix;
  view: View;
  onOpen: (agency: string, column: string) => void;
}

/** About how high an agency is while it is folded, in pixels. */
const height = 50;

/**
 * The matrix on a phone: every agency with its signs, unfolding to its duties; in a view only those that belong to it, unfolded.
 * Of a long list only the agencies near the screen are drawn.
 */
export function AgencyList({ groups, columns, matrix, view, onOpen }: AgencyListProps) {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState(0);
  const rows = useMemo(
    () => groups.flatMap((group) => group.rows.map((row, place) => ({ row, group, place }))),
    [groups],
  );
  const list = useRef<HTMLDivElement>(null);
  const {
    long,
    rows: near,
    after,
  } = useLongList(list, {
    count: rows.length,
    kept: held < rows.length ? [held] : [],
    height,
    boxed: false,
  });
  const turn = useCallback(
    (agency: string, on: boolean) =>
      setTurned((was) => {
        if (was.has(agency) === on) return was;
        const next = new Set(was);
        if (on) next.add(agency);
        else next.delete(agency);
        return next;
      }),
    [],
  );
  const line = ({ index, before }: DrawnRow) => {
    const at = rows[index];
    const source = at && matrix.byAgency.get(at.row.key);
    if (at === undefined || source === undefined) return null;
    const { row, group, place } = at;
    return (
      <li
        key={row.key}
        data-index={index}
        aria-setsize={long ? group.rows.length : undefined}
        aria-posinset={long ? place + 1 : undefined}
        style={before > 0 ? { marginTop: before } : undefined}
        onFocus={() => setHeld(index)}
      >
        <Agency
          row={row}
          source={source}
          columns={columns}
          view={view}
          unfolded={turned.has(row.key) !== (view !== "all")}
          whole={!long}
          onTurn={turn}
          onOpen={onOpen}
        />
      </li>
    );
  };
  return (
    <div ref={list} style={{ paddingBottom: after }}>
      {groups.map((group) => (
        <section key={group.key} className={classes.group} aria-label={group.name}>
          <h2 className={classes.name}>
            {group.name} <span className="num">{group.rows.length}</span>
          </h2>
          <ul>{near.filter(({ index }) => rows[index]?.group === group).map(line)}</ul>
        </section>
      ))}
    </div>
  );
}

interface AgencyProps {
  row: MatrixRow;
  source: Row;
  columns: MatrixColumn[];
  view: View;
  unfolded: boolean;
  /** Whether its duties are there while it is folded, too: for the browser's own search. */
  whole: boolean;
  /** It was folded or unfolded: whether it stands otherwise than the view has it. */
  onTurn: (agency: string, on: boolean) => void;
  onOpen: (agency: string, column: string) => void;
}

const Agency = memo(function Agency(props: AgencyProps) {
  const { row, source, columns, view, unfolded, whole, onTurn, onOpen } = props;
  const shown = useMemo(
    () => new Set(source.cells.filter((cell) => isIn(view, cell)).map((cell) => columns[cell.column]?.key)),
    [source, columns, view],
  );
  return (
    <details
      className={classes.agency}
      open={unfolded}
      onToggle={(event) => onTurn(row.key, event.currentTarget.open !== (view !== "all"))}
    >
      <summary>
        <span className={classes.title}>{row.name}</span>
        <span className={classes.signs}>
          {countsOf(row).map(({ sign, count }) => (
            <span key={sign} data-sign={sign} className={classes.sign}>
              <StateGlyph standing={sign} size={14} />
              <span className="num">{count}</span>
              <span className="sr">{standingWords(sign, { short: true })}</span>
            </span>
          ))}
        </span>
        <IconChevronDown size={18} stroke={1.75} aria-hidden className={classes.chevron} />
      </summary>
      {(unfolded || whole) && (
        <ul className={classes.duties}>
          {columns
            .filter((column) => shown.has(column.key))
            .map((column) => (
              <li key={column.key}>
                <button type="button" onClick={() => onOpen(row.key, column.key)}>
                  <span>{column.name}</span>
                  <Badge cell={row.cells[column.key]} />
                </button>
              </li>
            ))}
        </ul>
      )}
    </details>
  );
});

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
