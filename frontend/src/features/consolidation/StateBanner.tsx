import { IconArrowBackUp, IconHourglass, IconLock, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { dayText, moment } from "@/shared/format";
import { Banner } from "@/shared/ui/Banner/Banner";
import type { Report } from "./report";

const icon = { size: 20, stroke: 1.75, "aria-hidden": true } as const;

/** Where the consolidated report stands: with the leader, sent back with words, or approved. */
export function StateBanner({ report }: { report: Report }) {
  const { t } = useTranslation();
  if (report.withheld)
    return <Banner icon={<IconPencil {...icon} />}>{t("consolidation.beingWritten")}</Banner>;
  if (report.state === "submitted")
    return (
      <Banner icon={<IconHourglass {...icon} />}>
        {t("consolidation.withLeader", { moment: moment(report.submitted_at ?? report.updated_at) })}
      </Banner>
    );
  if (report.state === "returned")
    return (
      <Banner icon={<IconArrowBackUp {...icon} />}>
        <b>{t("consolidation.sentBack")}</b> {report.return_note}
      </Banner>
    );
  if (report.state === "approved")
    return (
      <Banner icon={<IconLock {...icon} />}>
        {t("consolidation.approved", {
          number: report.number ?? "",
          day: report.dated_on === null ? "" : dayText(report.dated_on),
        })}
      </Banner>
    );
  return null;
}
