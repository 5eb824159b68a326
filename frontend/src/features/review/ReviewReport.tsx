import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { paths } from "@/shared/paths";
import { CheckField } from "@/shared/ui/Fields/CheckField";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { Link } from "@/shared/ui/Link/Link";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";
import { Decision } from "./Decision";
import { queueQuery, reportQuery, revisionsQuery } from "./queries";
import { NewRemark, PastRemarks } from "./Remarks";
import { nothing, placeOf } from "./remarks";
import type { Report, Section } from "./report";
import { ReportBody } from "./ReportBody";
import { ReportFacts } from "./ReportFacts";
import classes from "./ReviewReport.module.css";

/** One report before its reviewer: what it says, what changed since it was last handed in, and the decision. */
export function ReviewReport({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: report } = useSuspenseQuery(reportQuery(id));
  const { data: revisions } = useSuspenseQuery(revisionsQuery(id));
  const { data: queue } = useSuspenseQuery(queueQuery);
  const returning = useKeptFields(`return/${id}/${report.revision}`, nothing);
  const [remarking, setRemarking] = useState(false);
  const [comparing, setComparing] = useState(true);
  const previous = revisions.at(-2);
  const beside = (section: string, indicator: string | null) => {
    const place = placeOf(section, indicator);
    const past = report.remarks.filter((r) => r.section === section && r.indicator === indicator);
    return (
      <>
        <PastRemarks remarks={past} />
        {remarking && (
          <NewRemark
            about={nameOf(report.sections, section, indicator)}
            value={returning.values.remarks[place] ?? ""}
            onChange={(text) => returning.set("remarks", { ...returning.values.remarks, [place]: text })}
          />
        )}
      </>
    );
  };
  return (
    <>
      <PageHeader
        caption={
          <>
            <Link to={paths.review}>{t("review.title")}</Link>, {report.title}
          </>
        }
        title={report.agency}
        actions={
          !report.withheld && (
            <DownloadButton path={`/reports/${id}/document.docx`}>{t("review.docx")}</DownloadButton>
          )
        }
      />
      <div className={classes.columns} data-own-bar>
        <aside className={classes.facts} aria-label={t("review.facts")}>
          <Panel>
            <ReportFacts report={report} />
            {previous !== undefined && (
              <CheckField
                label={t("review.compare", { n: previous.number })}
                hint={t("review.compareHint")}
                value={comparing}
                onChange={setComparing}
              />
            )}
          </Panel>
        </aside>
        <div className={classes.body}>
          {report.withheld ? (
            <Panel>{t("review.withheld")}</Panel>
          ) : (
            <ReportBody
              sections={report.sections}
              content={report.content}
              before={comparing ? previous?.content : undefined}
              beside={beside}
            />
          )}
          <Decision
            report={report}
            queue={queue}
            remarking={remarking}
            onRemarking={setRemarking}
            returning={returning}
          />
        </div>
      </div>
    </>
  );
}

function nameOf(sections: Report["sections"], code: string, indicator: string | null): string {
  const section: Section | undefined = sections.find((one) => one.code === code);
  if (indicator === null) return `${code}. ${section?.title ?? ""}`;
  return section?.indicators.find((one) => one.code === indicator)?.name ?? indicator;
}
