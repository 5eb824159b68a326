import { useSuspenseQuery } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/access";
import { before, moment, percent } from "@/shared/format";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { FactList } from "@/shared/ui/FactList/FactList";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";
import { SaltField } from "@/shared/ui/SaltField/SaltField";
import type { Standing } from "@/shared/ui/StateBadge/standing";
import { TextWithCounts } from "@/shared/ui/TextWithCounts/TextWithCounts";
import { type Counts, handedIn, isBefore, open } from "./counts";
import { LockRound } from "./LockRound";
import { planQuery, type ReportLine, type Round, roundQuery, roundReportsQuery } from "./queries";
import { RoundReports } from "./RoundReports";
import classes from "./RoundView.module.css";

interface RoundViewProps {
  id: string;
  /** The filter in the address: a standing, or a state such as «submitted». */
  show: string | undefined;
  /** What of a long list of agencies is sought. */
  q: string;
  onSearch: (q: string) => void;
}

/** One round: how it stands, every agency in it by name, and what is to be done with it. */
export function RoundView({ id, show, q, onSearch }: RoundViewProps) {
  const { t } = useTranslation();
  const { data: round } = useSuspenseQuery(roundQuery(id));
  const { data: list } = useSuspenseQuery(roundReportsQuery(id));
  const { data: plan } = useSuspenseQuery(planQuery(round.plan_id));
  const mayConsolidate = useMay("consolidation:read");
  const [locking, setLocking] = useState(false);
  const agencies = list.filter((report) => report.kind === "agency");
  const reports = [...agencies.filter(isCommune), ...agencies.filter((report) => !isCommune(report))];
  const consolidated = list.find((report) => report.kind === "consolidated");
  const here = pathTo(paths.round, { id });
  return (
    <>
      {round.state === "locked" && (
        <Banner icon={<IconLock size={20} stroke={1.75} aria-hidden />}>
          {t("round.lockedAt", { moment: moment(round.updated_at) })}
        </Banner>
      )}
      <PageHeader
        caption={plan.title}
        title={round.title}
        sentence={round.counts !== null && <Headline round={round} counts={round.counts} here={here} />}
        actions={
          <>
            <DownloadButton path={`/rounds/${id}/figures.xlsx`}>{t("round.xlsx")}</DownloadButton>
            {round.allowed_actions.includes("lock") && (
              <Button
                icon={<IconLock size={18} stroke={1.75} aria-hidden />}
                onClick={() => setLocking(true)}
              >
                {t("round.lock")}
              </Button>
            )}
            {mayConsolidate && (
              <Button look="filled" to={pathTo(paths.consolidation, { id })}>
                {t(consolidated === undefined ? "round.consolidate" : "round.toConsolidated")}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.columns}>
        <Panel flush>
          <RoundReports
            reports={reports}
            here={here}
            show={show}
            q={q}
            onSearch={onSearch}
            planId={round.plan_id}
          />
        </Panel>
        <aside className={classes.side} aria-label={t("round.glance")}>
          <Panel title={t("round.glance")}>
            <SaltField
              groups={saltGroups(reports, round, t("round.communes"), t("round.others"))}
              toStanding={(standing) => withFilters(here, { show: standing })}
            />
          </Panel>
          <Panel title={t("round.about")}>
            <FactList
              facts={[
                { name: t("round.due"), value: before(round.due_before) },
                { name: t("round.inPlan"), value: round.due_text },
                { name: t("round.to"), value: round.to.agency },
                { name: t("round.through"), value: round.through.agency },
                {
                  name: t("round.rate"),
                  value:
                    round.counts === null || round.counts.rate === null ? (
                      t("common.none")
                    ) : (
                      <>
                        {percent(round.counts.rate, 1)}
                        <p className="cap">{t("round.rateHow")}</p>
                      </>
                    ),
                },
              ]}
            />
          </Panel>
        </aside>
      </div>
      {locking && <LockRound round={round} onClose={() => setLocking(false)} />}
    </>
  );
}

/** How the round stands in one sentence: before the deadline who has handed in, after it who was in time. */
function Headline({ round, counts, here }: { round: Round; counts: Counts; here: string }) {
  const to = (show: string) => withFilters(here, { show });
  const links = { onTime: to("on_time"), late: to("late"), open: to("open"), awaiting: to("submitted") };
  const values = {
    handedIn: handedIn(counts),
    onTime: counts.on_time + counts.nil,
    owing: counts.owing - counts.exempted,
    late: counts.late,
    open: open(counts),
    awaiting: counts.awaiting,
    before: before(round.due_before),
  };
  return (
    <TextWithCounts
      i18nKey={isBefore(counts) ? "round.headlineBefore" : "round.headline"}
      values={values}
      links={links}
    />
  );
}

/** Wards and communes come first, as in every list of the office. */
function isCommune(report: ReportLine): boolean {
  return report.agency_kind === "ward" || report.agency_kind === "commune";
}

function saltGroups(reports: ReportLine[], round: Round, communes: string, others: string) {
  const panes = (of: ReportLine[]) =>
    of.map((report) => ({
      key: report.id,
      name: report.agency,
      standing: report.standing satisfies Standing,
      sign: report.state === "returned" ? ("returned" as const) : undefined,
      days: report.days_late || undefined,
      to: withFilters(paths.follow, { plan: round.plan_id, cell: `${report.agency_id}.${round.id}` }),
    }));
  return [
    { name: communes, panes: panes(reports.filter(isCommune)) },
    { name: others, panes: panes(reports.filter((report) => !isCommune(report))) },
  ];
}
