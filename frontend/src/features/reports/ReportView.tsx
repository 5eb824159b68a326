import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { dayText, shortMoment } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { FactList } from "@/shared/ui/FactList/FactList";
import { fieldsOf } from "./draft/fields";
import { useDraft } from "./draft/useDraft";
import { revisionsQuery, roundQuery } from "./queries";
import { Result } from "./Receipt";
import { ReportFrame } from "./ReportFrame";
import type { FilesPlace, Report } from "./report";
import classes from "./ReportView.module.css";
import { SectionFacts } from "./SectionFacts";
import { Signing } from "./Signing";

/** A report as it went in: how it stands, its receipt, its content; number and date may still be typed in. */
export function ReportView({ id, evidence }: { id: string; evidence?: FilesPlace }) {
  const { t } = useTranslation();
  const { draft, box } = useDraft(id);
  const { report } = draft;
  const { data: round } = useQuery(roundQuery(report.round_id));
  const office = round?.through.agency;
  const fields = fieldsOf(report);
  const maySign = report.allowed_actions.includes("sign");
  return (
    <ReportFrame draft={draft} box={box} back={paths.reports} heading wide>
      <title>{`${report.title} | ${t("common.appName")}`}</title>
      <Status report={report} office={office} />
      <div className={classes.columns}>
        <div className={classes.side}>
          <Facts report={report} signed={!maySign} />
          {!report.withheld && (
            <div className={classes.actions}>
              {report.receipt !== null && (
                <Button to={pathTo(paths.reportReceipt, { id })}>{t("report.receiptPage")}</Button>
              )}
              <DownloadButton path={`/reports/${id}/document.docx`}>{t("report.docx")}</DownloadButton>
            </div>
          )}
          {maySign && <Signing draft={draft} onWrite={(changes) => box.write(id, changes)} />}
        </div>
        {!report.withheld && (
          <section className={classes.content} aria-label={t("report.viewContent")}>
            <h2>{t("report.viewContent")}</h2>
            {report.sections.map((section) => (
              <SectionFacts
                key={section.code}
                section={section}
                fields={fields}
                remarks={report.state === "returned" || lockedUnaccepted(report) ? report.remarks : []}
                office={office}
              />
            ))}
          </section>
        )}
        <div className={classes.side}>{evidence?.(false)}</div>
      </div>
    </ReportFrame>
  );
}

/** Handed in, but returned or not yet looked at when the round was locked: its figures were not added up. */
function lockedUnaccepted({ state, accepted_at, first_submitted_at }: Report): boolean {
  return state === "locked" && accepted_at === null && first_submitted_at !== null;
}

function Status({ report, office }: { report: Report; office: string | undefined }) {
  const { t } = useTranslation();
  const today = useToday();
  const at = (instant: string | null) => (instant === null ? "" : shortMoment(instant, today));
  switch (report.state) {
    case "submitted":
      return <Banner inset>{t("report.submitted", { office: office ?? "" })}</Banner>;
    case "accepted":
      return <Banner inset>{t("report.accepted", { at: at(report.accepted_at) })}</Banner>;
    case "locked":
      return (
        <Banner inset>
          {lockedUnaccepted(report)
            ? t("overview.lockedUnaccepted", { title: report.title })
            : t("report.locked")}
        </Banner>
      );
    case "exempted":
      return <Banner inset>{t("report.exempted", { reason: report.exempt_reason ?? "" })}</Banner>;
    default:
      return report.withheld ? <Banner inset>{t("report.withheld")}</Banner> : null;
  }
}

function Facts({ report, signed }: { report: Report; signed: boolean }) {
  const { t } = useTranslation();
  const today = useToday();
  const facts: { name: string; value: ReactNode }[] = [
    { name: t("report.checkFrom"), value: report.agency },
    { name: t("report.factResult"), value: <Result report={report} /> },
  ];
  if (report.receipt !== null) facts.push({ name: t("report.received"), value: report.receipt });
  if (report.submitted_at !== null)
    facts.push({
      name: t("report.revisions"),
      value:
        report.revision > 1 ? (
          <Revisions id={report.id} />
        ) : (
          t("report.handedIn", { at: shortMoment(report.submitted_at, today) })
        ),
    });
  if (signed && report.number !== null) {
    const dated = report.dated_on === null ? "" : `, ${dayText(report.dated_on)}`;
    facts.push({ name: t("report.number"), value: report.number + dated });
  }
  return <FactList facts={facts} />;
}

/** Every handing-in with its receipt. */
function Revisions({ id }: { id: string }) {
  const { t } = useTranslation();
  const today = useToday();
  const { data } = useQuery(revisionsQuery(id));
  return (
    <ol>
      {data?.items.map(({ number, submitted_at: at, receipt }) => (
        <li key={number}>{t("report.revisionLine", { number, at: shortMoment(at, today), receipt })}</li>
      ))}
    </ol>
  );
}
