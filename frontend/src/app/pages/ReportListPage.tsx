import { useTranslation } from "react-i18next";
import { ReportList } from "@/features/reports/ReportList";
import { useFilters } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { WaitingBar } from "./WaitingBar";

/** The reports of the own agency over all rounds. */
export default function ReportListPage() {
  const { t } = useTranslation();
  const [{ view }] = useFilters();
  return (
    <>
      <WaitingBar />
      <Page>
        <PageHeader title={t("report.listTitle")} />
        <ReportList view={view} />
      </Page>
    </>
  );
}
