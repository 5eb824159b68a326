import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { type Day, dayText } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import classes from "./Panels.module.css";

/** How the year's tasks stand; each number leads into the matrix. */
export function TasksPanel({ tasks, today }: { tasks: components["schemas"]["TaskGlance"]; today: Day }) {
  const { t } = useTranslation();
  if (tasks.total === 0) return null;
  const rows = [
    { name: t("home.onSchedule"), text: `${tasks.on_schedule}/${tasks.total}`, show: "overdue" },
    { name: t("home.datedDone"), text: `${tasks.dated_done}/${tasks.dated}`, show: undefined },
    { name: t("home.active"), text: `${tasks.active}/${tasks.undated}`, show: undefined },
  ];
  return (
    <Panel title={t("home.year", { day: dayText(today) })}>
      <dl className={classes.rows}>
        {rows.map(({ name, text, show }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">
              <Link to={withFilters(paths.follow, { show })} aria-label={`${name}: ${text}`}>
                {text}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      {tasks.behind.length > 0 && (
        <p className="cap">
          {t("home.behind", { count: tasks.behind.length, tasks: tasks.behind.join(", ") })}
        </p>
      )}
    </Panel>
  );
}
