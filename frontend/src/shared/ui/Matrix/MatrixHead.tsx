import { memo } from "react";
import { useTranslation } from "react-i18next";
import { TickBox } from "../CheckList/TickBox";
import classes from "./Matrix.module.css";
import type { MatrixColumn } from "./matrix";

interface MatrixHeadProps {
  corner: string;
  columns: MatrixColumn[];
  rows: string[];
  selected: ReadonlySet<string>;
  onSelect: ((rows: ReadonlySet<string>) => void) | undefined;
}

/** The names of the columns under their headings, and the tick that chooses every row. */
export const MatrixHead = memo(function MatrixHead(props: MatrixHeadProps) {
  const { corner, columns, rows, selected, onSelect } = props;
  const { t } = useTranslation();
  const headings = runs(columns);
  const all = rows.length > 0 && rows.every((row) => selected.has(row));
  return (
    <thead>
      {headings.some((run) => run.heading !== "") && (
        <tr className={classes.headings}>
          {onSelect !== undefined && <td className={classes.tick} />}
          <td className={classes.first} />
          {headings.map((run) => (
            <th key={run.key} scope="colgroup" colSpan={run.span}>
              {run.heading}
            </th>
          ))}
        </tr>
      )}
      <tr>
        {onSelect !== undefined && (
          <td className={classes.tick}>
            <TickBox
              label={t("matrix.selectAll")}
              checked={all}
              some={!all && selected.size > 0}
              onChange={() => onSelect(new Set(all ? [] : rows))}
            />
          </td>
        )}
        <th scope="col" className={classes.first}>
          {corner}
        </th>
        {columns.map((column) => (
          <th key={column.key} scope="col">
            <span
              className={classes.columnName}
              data-coded={column.code !== undefined || undefined}
              title={column.name}
            >
              {column.code !== undefined && <b>{column.code} </b>}
              {column.name}
            </span>
            {column.note !== undefined && <span className={classes.columnNote}>{column.note}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
});

/** Columns of one heading that stand side by side. */
function runs(columns: MatrixColumn[]): { key: string; heading: string; span: number }[] {
  const out: { key: string; heading: string; span: number }[] = [];
  for (const { key, heading = "" } of columns) {
    const last = out.at(-1);
    if (last?.heading === heading) last.span++;
    else out.push({ key, heading, span: 1 });
  }
  return out;
}
