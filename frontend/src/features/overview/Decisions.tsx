import { useTranslation } from "react-i18next";
import { dayOf, dayText, moment } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import classes from "./LeaderLists.module.css";
import { toDecide } from "./links";
import type { Duty } from "./queries";

/** What waits for the leader: plans to be issued, the consolidated report, work of the focal point. */
export function Decisions({ duties }: { duties: Duty[] }) {
  const { t } = useTranslation();
  if (duties.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions" className={classes.title}>
        {t("home.decisions")}
      </h2>
      <ul className={classes.list}>
        {duties.map((duty, at) => (
          <li key={duty.id}>
            <div className={classes.words}>
              <p className={classes.what}>
                <Link to={toDecide(duty)}>
                  {duty.task_ordinal === null ? duty.title : `${duty.task_ordinal}. ${duty.title}`}
                </Link>
              </p>
              <p className="cap">
                {t(`home.decide_${duty.kind}`, { agency: duty.agency })}
                {duty.handed_in_at !== null && `, ${t("home.since", { moment: moment(duty.handed_in_at) })}`}
                {duty.handed_in_at === null &&
                  duty.updated_on !== null &&
                  `, ${t("home.recordedOn", { day: dayText(dayOf(duty.updated_on)) })}`}
              </p>
            </div>
            <Button look={at === 0 ? "filled" : "outline"} to={toDecide(duty)}>
              {t(`home.verb_${duty.kind}`)}
              <span className="sr"> {duty.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
