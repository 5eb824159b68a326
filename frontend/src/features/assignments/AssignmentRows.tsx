import { IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { dayText, remaining } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import classes from "./AssignmentRows.module.css";
import { AssignmentState } from "./AssignmentState";
import type { Assignment } from "./queries";

/** Assignments on a phone: one large target each, what it is, how it stands, by when, when something was last recorded. */
export function AssignmentRows({ rows }: { rows: Assignment[] }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <ul className={classes.root}>
      {rows.map((one) => (
        <li key={one.id}>
          <Link to={pathTo(paths.assignment, { id: one.id })} className={classes.row}>
            <span className={classes.title}>{one.task.title}</span>
            <AssignmentState assignment={one} plain />
            <span className={classes.meta}>
              <span>
                {t(one.part === "lead" ? "assignment.lead" : "assignment.coordinate")}{" "}
                {t("assignment.item", { ordinal: one.task.ordinal }).replaceAll(" ", "\u00a0")}
              </span>
              {one.due_on !== null && (
                <span>
                  {t("assignment.dueOn", { day: dayText(one.due_on) })}, {remaining(one.due_on, today)}
                </span>
              )}
              <span>
                {one.updated_on === null
                  ? t("assignment.noUpdates")
                  : t("assignment.updatedOn", { count: one.updates, day: dayText(one.updated_on) })}
              </span>
            </span>
            <IconChevronRight size={20} stroke={1.75} aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  );
}
