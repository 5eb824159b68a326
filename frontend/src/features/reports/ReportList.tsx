import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe, useToday } from "@/shared/access";
import { before, lastGoodDay, remaining } from "@/shared/format";
import { useNarrow } from "@/shared/narrow";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Chips } from "@/shared/ui/Chips/Chips";
import { DataTable } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import { SectionProgress } from "@/shared/ui/SectionProgress/SectionProgress";
import { doneCount, sectionsOf } from "@/shared/ui/SectionProgress/sections";
import { DutyBadge } from "@/shared/ui/StateBadge/DutyBadge";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { reportsQuery } from "./queries";
import { dueOf, isEditable, type ReportLine } from "./report";
import classes from "./ReportList.module.css";

/** The views of the list, as they stand in the address. */
const views = ["", "open", "sent"] as const;
type View = (typeof views)[number];

/** The reports of the own agency over all rounds, the latest round first. */
export function ReportList({ view }: { view: string | undefined }) {
  const { t } = useTranslation();
  const { agency } = useMe();
  const { data } = useSuspenseQuery(reportsQuery({ agency_id: agency.id }));
  const chosen = views.find((one) => one === view) ?? "";
  const words = { "": t("common.all"), open: t("report.filterOpen"), sent: t("report.filterSent") };
  if (data.length === 0) return <EmptyState title={t("report.listEmptyTitle")} why={t("report.listEmpty")} />;
  return (
    <>
      <Chips
        label={t("report.filter")}
        chips={views.map((one) => ({
          to: withFilters(paths.reports, { view: one }),
          words: words[one],
          count: data.filter((report) => isIn(one, report)).length,
          on: one === chosen,
        }))}
      />
      <Rows rows={data.filter((report) => isIn(chosen, report))} />
    </>
  );
}

function Rows({ rows }: { rows: ReportLine[] }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  if (rows.length === 0) return <EmptyState title={t("report.noneFiltered")} />;
  if (narrow)
    return (
      <ul className={classes.rows}>
        {rows.map((report) => (
          <Row key={report.id} report={report} />
        ))}
      </ul>
    );
  return (
    <Panel flush>
      <DataTable
        label={t("report.list")}
        rows={rows}
        keyOf={(report) => report.id}
        empty={null}
        columns={[
          { key: "title", head: t("report.round"), cell: (report) => <Title report={report} /> },
          { key: "due", head: t("report.due"), cell: (report) => <Due report={report} /> },
          { key: "standing", head: t("report.standing"), cell: (report) => <Standing report={report} /> },
          { key: "progress", head: t("report.progress"), cell: (report) => <Sections report={report} /> },
          { key: "receipt", head: t("report.received"), cell: (report) => <ReceiptLink report={report} /> },
          { key: "go", head: "", cell: (report) => <GoOnButton report={report} /> },
        ]}
      />
    </Panel>
  );
}

/** One report on a phone: what, how it stands, until when, how far, one button. */
function Row({ report }: { report: ReportLine }) {
  return (
    <li className={classes.row}>
      <Title report={report} />
      <Standing report={report} />
      <Due report={report} />
      <Sections report={report} />
      <GoOnButton report={report} />
      <ReceiptLink report={report} named />
    </li>
  );
}

function Title({ report }: { report: ReportLine }) {
  return (
    <Link to={pathTo(paths.report, { id: report.id })} className={classes.title}>
      {report.title}
    </Link>
  );
}

function isIn(view: View, report: ReportLine): boolean {
  if (view === "open") return isEditable(report);
  return view === "" || (report.receipt !== null && !isEditable(report));
}

function Due({ report }: { report: ReportLine }) {
  const today = useToday();
  const due = dueOf(report);
  if (due === null) return null;
  return (
    <span>
      {before(due)}
      {isEditable(report) && <span className="cap">, {remaining(lastGoodDay(due), today)}</span>}
    </span>
  );
}

/** The standing by the deadline; beside it where the report is, when that says more. */
function Standing({ report }: { report: ReportLine }) {
  const { t } = useTranslation();
  const beside = {
    returned: <StateBadge standing="returned" />,
    submitted: (
      <StateBadge standing="awaiting" variant="plain">
        {t("report.stateSubmitted")}
      </StateBadge>
    ),
    accepted: <span className="cap">{t("report.stateAccepted")}</span>,
    locked: <span className="cap">{t("report.stateLocked")}</span>,
  };
  return (
    <span className={classes.standing}>
      <DutyBadge duty={report} short />
      {report.state in beside && beside[report.state as keyof typeof beside]}
    </span>
  );
}

function Sections({ report }: { report: ReportLine }) {
  const { t } = useTranslation();
  const states = sectionsOf(report);
  if (report.state === "exempted") return null;
  return (
    <span className={classes.progress}>
      <SectionProgress sections={states} />
      <span className="cap">{t("report.doneOf", { done: doneCount(states), all: states.length })}</span>
    </span>
  );
}

function GoOnButton({ report }: { report: ReportLine }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  if (!isEditable(report)) return null;
  const verb = t(report.state === "returned" ? "report.fixAndSend" : "report.goOn");
  return (
    <Button
      look={narrow ? "filled" : "outline"}
      size={narrow ? "large" : "small"}
      wide={narrow}
      to={pathTo(paths.reportGoOn, { id: report.id })}
      aria-label={`${verb}: ${report.title}`}
    >
      {verb}
    </Button>
  );
}

/** `named` says that it is a receipt where no column does. */
function ReceiptLink({ report, named = false }: { report: ReportLine; named?: boolean }) {
  const { t } = useTranslation();
  if (report.receipt === null || isEditable(report)) return null;
  return (
    <Link to={pathTo(paths.reportReceipt, { id: report.id })} className={classes.receipt}>
      {named && `${t("report.received")} `}
      {report.receipt}
    </Link>
  );
}
