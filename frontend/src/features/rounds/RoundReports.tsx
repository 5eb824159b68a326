import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { finds } from "@/shared/folded";
import { shortMoment } from "@/shared/format";
import { many } from "@/shared/many";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Chips } from "@/shared/ui/Chips/Chips";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Button } from "@/shared/ui/Button/Button";
import { SearchField } from "@/shared/ui/Fields/SearchField";
import { Link } from "@/shared/ui/Link/Link";
import { DutyBadge } from "@/shared/ui/StateBadge/DutyBadge";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import type { ReportLine } from "./queries";
import classes from "./RoundReports.module.css";

const open = new Set<ReportLine["standing"]>(["missing", "upcoming", "due_soon"]);

/** The views of a round's list; each is an address. */
const views = {
  all: () => true,
  open: (report: ReportLine) => open.has(report.standing),
  missing: (report: ReportLine) => report.standing === "missing",
  late: (report: ReportLine) => report.standing === "late",
  on_time: (report: ReportLine) => report.standing === "on_time" || report.standing === "nil",
  nil: (report: ReportLine) => report.standing === "nil",
  submitted: (report: ReportLine) => report.state === "submitted",
  returned: (report: ReportLine) => report.state === "returned",
  accepted: (report: ReportLine) => report.accepted_at !== null,
  exempted: (report: ReportLine) => report.standing === "exempted",
  upcoming: (report: ReportLine) => report.standing === "upcoming",
  due_soon: (report: ReportLine) => report.standing === "due_soon",
} as const;

type View = keyof typeof views;

/** Those that always stand as a choice; the others appear when they hold someone or are open. */
const chips: View[] = [
  "all",
  "open",
  "late",
  "on_time",
  "submitted",
  "returned",
  "accepted",
  "exempted",
  "nil",
];

interface RoundReportsProps {
  reports: ReportLine[];
  here: string;
  show: string | undefined;
  /** What an agency's name must have in it. */
  q: string;
  onSearch: (q: string) => void;
  planId: string;
}

/** Every agency of a round with its report, narrowed by the address. */
export function RoundReports({ reports, here, show, q, onSearch, planId }: RoundReportsProps) {
  const { t } = useTranslation();
  const view: View = show !== undefined && show in views ? (show as View) : "all";
  const count = (of: View) => reports.filter(views[of]).length;
  const shown = chips.includes(view) ? chips : [...chips, view];
  return (
    <>
      <div className={classes.chips}>
        {(reports.length > many || q !== "") && (
          <div className={classes.search}>
            <SearchField label={t("round.search")} value={q} onSearch={onSearch} />
          </div>
        )}
        <Chips
          label={t("round.filter")}
          chips={shown
            .filter((one) => one === "all" || one === view || count(one) > 0)
            .map((one) => ({
              to: withFilters(here, { show: one === "all" ? undefined : one, q }),
              words: t(`round.view_${one}`),
              count: count(one),
              on: one === view,
            }))}
        />
      </div>
      <DataTable
        label={t("round.reports")}
        columns={useColumns(planId)}
        rows={reports.filter((report) => views[view](report) && finds(q, report.agency))}
        keyOf={(report) => report.id}
        empty={
          <EmptyState
            title={t("round.noneTitle")}
            why={t("round.none")}
            action={<Button to={here}>{t("round.showAll")}</Button>}
          />
        }
      />
    </>
  );
}

function useColumns(planId: string): TableColumn<ReportLine>[] {
  const { t } = useTranslation();
  const today = useToday();
  return [
    {
      key: "agency",
      head: t("round.agency"),
      phone: "title",
      cell: (report) => (
        <Link
          to={withFilters(paths.follow, { plan: planId, cell: `${report.agency_id}.${report.round_id}` })}
        >
          {report.agency}
        </Link>
      ),
    },
    {
      key: "standing",
      head: t("round.standing"),
      cell: (report) => (
        <DutyBadge duty={report} variant={report.standing === "missing" ? "badge" : "plain"} short />
      ),
    },
    {
      key: "state",
      head: t("round.state"),
      cell: (report) => <State report={report} />,
    },
    {
      key: "at",
      head: t("round.handedInAt"),
      cell: (report) =>
        report.first_submitted_at !== null && (
          <span className={classes.at}>{shortMoment(report.first_submitted_at, today)}</span>
        ),
    },
    {
      key: "open",
      head: "",
      cell: (report) =>
        report.revision > 0 && (
          <Link to={pathTo(paths.reviewReport, { id: report.id })}>
            {t(report.allowed_actions.includes("accept") ? "round.review" : "round.read")}
          </Link>
        ),
    },
  ];
}

function State({ report }: { report: ReportLine }) {
  const { t } = useTranslation();
  if (report.state === "returned") return <StateBadge standing="returned" variant="plain" />;
  if (report.state === "submitted")
    return (
      <StateBadge standing="awaiting" variant="plain">
        {t("round.view_submitted")}
      </StateBadge>
    );
  if (report.exempt_reason !== null)
    return <span className={`cap ${classes.reason ?? ""}`}>{report.exempt_reason}</span>;
  return t(`round.state_${report.state}`);
}
