import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { before, lastGoodDay, remaining } from "@/shared/format";
import { Link } from "@/shared/ui/Link/Link";
import { dueOf, type Report } from "./report";
import classes from "./ReportHead.module.css";

interface ReportHeadProps {
  report: Report;
  /** What the page is about when it is not the report's title: «Biên nhận». */
  title?: string;
  /** The title is the page's h1. */
  heading?: boolean;
  /** Where the arrow leads. */
  back: string;
  children?: ReactNode;
}

/** The head inside a report: the way back, the title, until when. On a phone it stands in the place of the app's own. */
export function ReportHead({ report, title, heading = false, back, children }: ReportHeadProps) {
  const Title = heading ? "h1" : "p";
  const { t } = useTranslation();
  const due = useDueLine(report);
  return (
    <header className={classes.root} data-own-head>
      <Link to={back} className={classes.back} aria-label={t("common.back")}>
        <IconArrowLeft size={24} stroke={1.75} aria-hidden />
      </Link>
      <div className={classes.words}>
        <Title className={classes.title}>{title ?? report.title}</Title>
        {due !== null && <p className={classes.due}>{due}</p>}
      </div>
      {children}
    </header>
  );
}

/** «Nộp trước ngày 10/11/2024, còn 3 ngày»; null when nothing is due. */
function useDueLine(report: Report): string | null {
  const { t } = useTranslation();
  const today = useToday();
  const due = dueOf(report);
  if (due === null || (report.state !== "draft" && report.state !== "returned")) return null;
  return t(report.state === "returned" ? "report.resubmitBefore" : "report.submitBefore", {
    before: before(due),
    left: remaining(lastGoodDay(due), today),
  });
}
