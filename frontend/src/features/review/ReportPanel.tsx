import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { SidePanel } from "@/shared/ui/SidePanel/SidePanel";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import { ExemptReport } from "./ExemptReport";
import { reportQuery } from "./queries";
import { ReportFacts } from "./ReportFacts";

interface ReportPanelProps {
  id: string;
  caption: string;
  title: string;
  onClose: () => void;
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  /** What stands under the report's facts. */
  foot: ReactNode;
}

/** A report at a glance, beside the matrix: how it stands, and the way to read it or to exempt its agency. */
export function ReportPanel({ id, foot, ...names }: ReportPanelProps) {
  const { t } = useTranslation();
  const query = useQuery(reportQuery(id));
  const [exempting, setExempting] = useState(false);
  const report = query.data;
  const may = (verb: string) => report?.allowed_actions.includes(verb) === true;
  const readable = report !== undefined && report.revision > 0;
  return (
    <SidePanel
      {...names}
      actions={
        (readable || may("exempt")) && (
          <>
            {readable && (
              <Button look={may("accept") ? "filled" : "outline"} to={pathTo(paths.reviewReport, { id })}>
                {t(may("accept") ? "review.toReview" : "review.toReport")}
              </Button>
            )}
            {may("exempt") && <Button onClick={() => setExempting(true)}>{t("review.exempt")}</Button>}
          </>
        )
      }
    >
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && <ErrorSummary lines={[{ words: wordsOf(problemOf(query.error)) }]} />}
      {report !== undefined && <ReportFacts report={report} />}
      {foot}
      {exempting && report !== undefined && (
        <ExemptReport report={report} onClose={() => setExempting(false)} />
      )}
    </SidePanel>
  );
}
