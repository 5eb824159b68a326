import { useTranslation } from "react-i18next";
import { before, dayText, moment, shortMoment } from "@/shared/format";
import { useToday } from "@/shared/access";
import { FactList } from "@/shared/ui/FactList/FactList";
import { SectionProgress, type SectionState } from "@/shared/ui/SectionProgress/SectionProgress";
import { DutyBadge } from "@/shared/ui/StateBadge/DutyBadge";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import classes from "./ReportFacts.module.css";
import type { ReportLine } from "./report";

/** How a report stands, when it came, by which receipt; of an unfinished one how far it is. */
export function ReportFacts({ report }: { report: ReportLine }) {
  const { t } = useTranslation();
  const facts = [
    { name: t("review.standing"), value: <ReportStanding report={report} /> },
    report.due_before !== null && { name: t("review.due"), value: before(report.due_before) },
    (report.state === "draft" || report.state === "returned") && {
      name: t("review.draft"),
      value: <Draft report={report} />,
    },
    report.first_submitted_at !== null && {
      name: t(report.revision > 1 ? "review.firstHandedIn" : "review.handedIn"),
      value: moment(report.first_submitted_at),
    },
    report.revision > 1 &&
      report.submitted_at !== null && {
        name: t("review.lastHandedIn"),
        value: t("review.nth", { moment: moment(report.submitted_at), n: report.revision }),
      },
    report.receipt !== null && { name: t("review.receipt"), value: report.receipt },
    report.accepted_at !== null && { name: t("review.accepted"), value: moment(report.accepted_at) },
    report.number !== null && {
      name: t("review.paper"),
      value:
        report.dated_on === null
          ? report.number
          : t("review.paperOf", { number: report.number, day: dayText(report.dated_on) }),
    },
    report.exempt_reason !== null && { name: t("review.exemptReason"), value: report.exempt_reason },
    report.state === "returned" && {
      name: t("review.returned"),
      value: (
        <>
          {report.return_note}
          {report.resubmit_before !== null && (
            <p className="cap">{t("review.again", { before: before(report.resubmit_before) })}</p>
          )}
        </>
      ),
    },
  ];
  return <FactList facts={facts.filter((fact) => fact !== false)} />;
}

/** The standing with its days; beside it that the report was sent back or waits for review. */
function ReportStanding({ report }: { report: ReportLine }) {
  const waits =
    report.state === "returned" ? "returned" : report.state === "submitted" ? "awaiting" : undefined;
  const { t } = useTranslation();
  return (
    <span className={classes.standing}>
      <DutyBadge duty={report} short />
      {waits === "returned" && <StateBadge standing="returned" />}
      {waits === "awaiting" && <StateBadge standing="awaiting">{t("review.awaiting")}</StateBadge>}
    </span>
  );
}

const states = { not_started: "todo", started: "doing", done: "done", nil: "nil" } as const;

function Draft({ report }: { report: ReportLine }) {
  const { t } = useTranslation();
  const today = useToday();
  const sections: SectionState[] = report.section_codes.map(
    (code) => states[report.progress[code] ?? "not_started"],
  );
  const done = sections.filter((state) => state === "done" || state === "nil").length;
  return (
    <>
      <p>{t("review.draftDone", { done, all: sections.length })}</p>
      <div className={classes.progress}>
        <SectionProgress sections={sections} />
      </div>
      <p className="cap">{t("review.draftSaved", { moment: shortMoment(report.updated_at, today) })}</p>
    </>
  );
}
