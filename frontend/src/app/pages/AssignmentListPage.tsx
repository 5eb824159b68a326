import { useTranslation } from "react-i18next";
import { AssignmentList } from "@/features/assignments/AssignmentList";
import { useMe } from "@/shared/access";
import { useFilters } from "@/shared/route";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { WaitingBar } from "./WaitingBar";

/** The own agency's assignments. */
export default function AssignmentListPage() {
  const { t } = useTranslation();
  const { agency } = useMe();
  const [filters, setFilters] = useFilters();
  return (
    <>
      <WaitingBar />
      <Page>
        <PageHeader caption={agency.name} title={t("assignment.listTitle")} />
        <AssignmentList filters={filters} onFilter={setFilters} />
      </Page>
    </>
  );
}
