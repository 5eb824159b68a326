import { useTranslation } from "react-i18next";
import { PlanList } from "@/features/plans/PlanList";
import { useMay } from "@/shared/access";
import { paths } from "@/shared/paths";
import { useFilters } from "@/shared/route";
import { Button } from "@/shared/ui/Button/Button";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

/** All plans that one sees. */
export default function PlansPage() {
  const { t } = useTranslation();
  const [filters, setFilters] = useFilters();
  const mayWrite = useMay("plan:write");
  return (
    <Page>
      <PageHeader
        title={t("plan.plans")}
        actions={
          mayWrite && (
            <>
              <Button to={paths.planNew}>{t("plan.new")}</Button>
              <Button look="filled" to={paths.planImport}>
                {t("plan.import")}
              </Button>
            </>
          )
        }
      />
      <PlanList filters={filters} onSearch={(q) => setFilters({ q }, { replace: true })} />
    </Page>
  );
}
