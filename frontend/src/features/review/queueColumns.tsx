import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { dayOf, daysBetween, shortMoment } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { TickBox } from "@/shared/ui/CheckList/TickBox";
import type { TableColumn } from "@/shared/ui/DataTable/DataTable";
import { Link } from "@/shared/ui/Link/Link";
import { DutyBadge } from "@/shared/ui/StateBadge/DutyBadge";
import type { ReportLine } from "./report";

/** The columns of the queue; the round's only when there are several, the ticks only for who may accept. */
export function useQueueColumns(
  rows: ReportLine[],
  chosen: ReadonlySet<string>,
  choose: ((next: ReadonlySet<string>) => void) | null,
): TableColumn<ReportLine>[] {
  const { t } = useTranslation();
  const today = useToday();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose?.(next);
  };
  const columns: (TableColumn<ReportLine> | false)[] = [
    choose !== null && {
      key: "choose",
      head: t("common.choose"),
      cell: (report) => (
        <TickBox
          label={t("review.chooseOne", { agency: report.agency })}
          checked={chosen.has(report.id)}
          onChange={() => toggle(report.id)}
        />
      ),
    },
    {
      key: "agency",
      head: t("review.agency"),
      phone: "title",
      cell: (report) => <Link to={pathTo(paths.reviewReport, { id: report.id })}>{report.agency}</Link>,
    },
    new Set(rows.map((row) => row.round_id)).size > 1 && {
      key: "round",
      head: t("review.round"),
      cell: (report) => report.title,
    },
    {
      key: "received",
      head: t("review.received"),
      cell: (report) => (report.submitted_at === null ? "" : shortMoment(report.submitted_at, today)),
    },
    {
      key: "waited",
      head: t("review.waited"),
      cell: (report) =>
        t("review.days", { count: daysBetween(dayOf(report.submitted_at ?? report.updated_at), today) }),
    },
    {
      key: "standing",
      head: t("review.againstDeadline"),
      cell: (report) => <DutyBadge duty={report} variant="plain" short />,
    },
    {
      key: "revision",
      head: t("review.revision"),
      cell: (report) => t("review.times", { n: report.revision }),
    },
  ];
  return columns.filter((column) => column !== false);
}
