import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { many } from "../../many";
import { usePrinting } from "../../printing";
import { Button } from "../Button/Button";
import { Link } from "../Link/Link";
import classes from "./DataTable.module.css";

export interface TableColumn<T> {
  key: string;
  /** Blank over a column of buttons. */
  head: string;
  cell: (row: T) => ReactNode;
  /** Figures stand right, in tabular digits. */
  figures?: boolean;
  /** On a phone: the card's first line, left out, or with its head beside it as the others are. */
  phone?: "title" | "hide";
  /** The address that sorts by this column, and how it is sorted now. */
  sort?: { to: string; now: "ascending" | "descending" | "none" };
}

interface DataTableProps<T> {
  /** What the table lists; read before it. */
  label: string;
  columns: TableColumn<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  /** Shown instead of an empty table. */
  empty: ReactNode;
  /** The next page of a list by cursor. */
  more?: { busy: boolean; onMore: () => void } | undefined;
}

/** A list in columns, a long one drawn part by part; on a phone every row is a card with the heads beside the values. */
export function DataTable<T>({ label, columns, rows, keyOf, empty, more }: DataTableProps<T>) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(1);
  const printing = usePrinting();
  // What comes page by page is asked for by the one button already.
  const drawn = more !== undefined || printing ? rows : rows.slice(0, parts * many);
  const next = drawn.length < rows.length ? { busy: false, onMore: () => setParts(parts + 1) } : more;
  if (rows.length === 0) return empty;
  return (
    <div className={classes.root}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, head, cell, figures, phone }) => (
                <td
                  key={key}
                  className={figures === true ? "num" : undefined}
                  data-figures={figures || undefined}
                  data-phone={phone}
                  data-head={head}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {next !== undefined && (
        <p className={classes.more}>
          <Button busy={next.busy} onClick={next.onMore}>
            {t("part.more")}
          </Button>
        </p>
      )}
    </div>
  );
}

/** The head of a column; a column of buttons has none. */
function Head<T>({ column: { head, figures, sort } }: { column: TableColumn<T> }) {
  if (head === "") return <td />;
  return (
    <th scope="col" data-figures={figures || undefined} aria-sort={sort?.now}>
      {sort === undefined ? (
        head
      ) : (
        <Link to={sort.to}>
          {head} <span aria-hidden>{arrows[sort.now]}</span>
        </Link>
      )}
    </th>
  );
}

const arrows = { ascending: "↑", descending: "↓", none: "" } as const;
