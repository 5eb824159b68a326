import { useTranslation } from "react-i18next";
import { AssignmentList } from "@/features/assignments/AssignmentList";
import { useFilters } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { WaitingBar } from "./WaitingBar";

/** The own agency's assignments. */
export default function AssignmentListPage() {
  const { t } = useTranslation();
  const [filters, setFilters] = useFilters();
  return (
    <>
      <WaitingBar />
      <Page>
        <PageHeader title={t("assignment.listTitle")} />
        <AssignmentList filters={filters} onFilter={setFilters} />
      </Page>
    </>
  );
}
