import { useTranslation } from "react-i18next";
import { dayText } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import type { Standing } from "@/shared/ui/StateBadge/standing";
import classes from "./Panels.module.css";
import type { Duty } from "./queries";

/** The focal point's own duties in the plan: it carries out, too. */
export function OwnWork({ duties }: { duties: Duty[] }) {
  const { t } = useTranslation();
  if (duties.length === 0) return null;
  return (
    <Panel title={t("home.ownWork")} end={<Link to={paths.assignments}>{t("home.allOwn")}</Link>}>
      <ul className={classes.duties}>
        {duties.map((duty) => (
          <li key={duty.id}>
            <Link
              to={
                duty.kind === "report"
                  ? pathTo(paths.report, { id: duty.id })
                  : pathTo(paths.assignment, { id: duty.id })
              }
            >
              <span>{duty.task_ordinal === null ? duty.title : `${duty.task_ordinal}. ${duty.title}`}</span>
              <StateBadge
                standing={duty.standing as Standing}
                days={duty.standing === "due_soon" ? (duty.days_left ?? undefined) : duty.days_late}
                variant="plain"
                short
              >
                {duty.standing === "no_deadline"
                  ? duty.updated_on === null
                    ? t("home.notRecorded")
                    : t("home.recorded", { day: dayText(duty.updated_on) })
                  : undefined}
              </StateBadge>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
