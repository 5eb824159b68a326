import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "@/shared/access";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import { ContinuousRows } from "./ContinuousRows";
import { DutyOf } from "./DutyOf";
import { overviewQuery, ownReportsQuery } from "./queries";
import classes from "./Work.module.css";

/** What an office has to do: one card per thing due, the returned first, then the nearest; then what goes on all year. */
export function Work() {
  const { t } = useTranslation();
  const { data: home } = useSuspenseQuery(overviewQuery);
  const duties = [...home.todo].sort(
    (a, b) => Number(b.state === "returned") - Number(a.state === "returned"),
  );
  const returned = home.continuous.filter((duty) => duty.state === "returned");
  const nothing = duties.length === 0 && home.continuous.length === 0;
  const cards = [...returned, ...duties];
  return (
    <>
      <LockedWithout />
      <div className={classes.root} data-both={cards.length > 0 || undefined}>
        {nothing && (
          <EmptyState
            title={t("overview.nothingTitle")}
            why={t("overview.nothingWhy")}
            action={<Button to={paths.plans}>{t("overview.toPlans")}</Button>}
          />
        )}
        {cards.length > 0 && (
          <ul className={classes.cards}>
            {cards.map((duty) => (
              <li key={duty.id}>
                <DutyOf duty={duty} />
              </li>
            ))}
          </ul>
        )}
        <ContinuousRows duties={home.continuous.filter((duty) => duty.state !== "returned")} />
        {home.done > 0 && (
          <p className={classes.done}>
            <Link to={withFilters(paths.assignments, { view: "done" })}>
              {t("overview.done", { count: home.done })}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

/** The rounds of the newest plan that were locked without the own agency's report, or before it was accepted: it is said. */
function LockedWithout() {
  const { t } = useTranslation();
  const { agency } = useMe();
  const { data = [] } = useQuery(ownReportsQuery(agency.id));
  const locked = data.filter(
    (report) =>
      report.plan_id === data[0]?.plan_id && report.state === "locked" && report.accepted_at === null,
  );
  return locked.map((report) => (
    <Banner
      key={report.id}
      inset
      actions={<Link to={pathTo(paths.report, { id: report.id })}>{t("report.open")}</Link>}
    >
      {t(report.first_submitted_at === null ? "overview.lockedWithout" : "overview.lockedUnaccepted", {
        title: report.title,
      })}
    </Banner>
  ));
}

/** How many things are to be done: «3 việc cần làm». */
export function useDutyCount(): number {
  const { data: home } = useSuspenseQuery(overviewQuery);
  return home.todo.length + home.continuous.filter((duty) => duty.state === "returned").length;
}
