import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { paths, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import classes from "./LeaderLists.module.css";
import { toFollowed, toRound } from "./links";
import { type RedDuty, redDuties } from "./red";

/** At most so many stand on the page; the rest is behind one link. */
const shown = 7;
/** Up to how many agencies are all named; of more the first few are, and the others counted. */
const named = 6;
const few = 3;

/** What is late, the same thing of several agencies as one line, the longest overdue first. */
export function RedList({ red }: { red: components["schemas"]["WaitingDuties"] }) {
  const { t } = useTranslation();
  const all = redDuties(red.items);
  const rest = red.count - all.slice(0, shown).reduce((sum, one) => sum + one.duties.length, 0);
  return (
    <section aria-labelledby="red">
      <h2 id="red" className={classes.title}>
        {t("home.red")}
      </h2>
      {all.length === 0 ? (
        <p className="cap">{t("home.noneRed")}</p>
      ) : (
        <ul className={classes.list}>
          {all.slice(0, shown).map((one) => (
            <li key={one.key}>
              <div className={classes.words}>
                <p className={classes.what}>
                  {t(`home.red_${one.kind === "report" ? "report" : "assignment"}`, {
                    count: one.duties.length,
                    title: one.ordinal === null ? one.title : `${one.ordinal}. ${one.title}`,
                  })}
                </p>
                <p className={classes.facts}>
                  <StateBadge standing="overdue" days={one.days} variant="plain" />
                  <span>
                    <Who red={one} />
                  </span>
                </p>
              </div>
              <Button to={toAll(one)}>
                {t(one.duties.length > 1 ? "home.seeList" : "home.see")}
                <span className="sr"> {one.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <p className={classes.more}>
          <Link to={withFilters(paths.follow, { show: "overdue" })}>
            {t("home.moreRed", { count: rest })}
          </Link>
        </p>
      )}
    </section>
  );
}

function toAll({ duties, kind }: RedDuty): string {
  const first = duties[0];
  if (first === undefined) return paths.follow;
  if (duties.length === 1) return toFollowed(first);
  return kind === "report" && first.round_id !== null
    ? toRound(first.round_id, "missing")
    : withFilters(paths.follow, { plan: first.plan_id, show: "overdue" });
}

function Who({ red }: { red: RedDuty }) {
  const { t } = useTranslation();
  const shown = red.duties.length > named ? red.duties.slice(0, few) : red.duties;
  const rest = red.duties.length - shown.length;
  return (
    <>
      {shown.map((duty, at) => (
        <Fragment key={duty.id}>
          {at > 0 && ", "}
          <Link to={toFollowed(duty)}>{duty.agency}</Link>
        </Fragment>
      ))}
      {rest > 0 && <> {t("home.andOthers", { count: rest })}</>}
    </>
  );
}
