import { useTranslation } from "react-i18next";
import type { Day } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import classes from "./Panels.module.css";
import { type Column, cellAt, cellOf, isIn, type Matrix, nameOf, placeText, type Row } from "./view";

interface OtherDutiesProps {
  matrix: Matrix;
  row: Row;
  /** The duty that is open; it is left out. */
  column: Column;
  today: Day;
}

/** What else an agency owes that is late, was late, waits or was sent back; each opens in the same panel. */
export function OtherDuties({ matrix, row, column, today }: OtherDutiesProps) {
  const { t } = useTranslation();
  const others = matrix.columns.flatMap((other, at) => {
    const cell = cellAt(row, at);
    const told = (["overdue", "late", "awaiting", "returned", "due_soon"] as const).some((view) =>
      isIn(view, cell),
    );
    return other.id === column.id || !told || cell === undefined
      ? []
      : [{ column: other, cell: cellOf(cell, today) }];
  });
  if (others.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby="other-duties">
      <h3 id="other-duties">{t("matrix.others_duties")}</h3>
      <ul className={classes.others}>
        {others.map(({ column: other, cell }) => (
          <li key={other.id}>
            <Link
              to={withFilters(paths.follow, {
                plan: matrix.plan_id,
                cell: placeText(row.agency_id, other.id),
              })}
            >
              <span>{nameOf(other)}</span>
              <StateBadge standing={cell.sign ?? cell.standing} days={cell.days} variant="plain" short />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
