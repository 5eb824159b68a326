import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { draftOf } from "@/features/plans/plan";
import { PlanEdit } from "@/features/plans/PlanEdit";
import { planQuery } from "@/features/plans/queries";
import { paths, pathTo } from "@/shared/paths";
import { useParam } from "@/shared/route";
import { Button } from "@/shared/ui/Button/Button";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

/** A draft to be edited; what is issued is changed by an amending document alone. */
export default function PlanEditPage() {
  const { t } = useTranslation();
  const id = useParam("id");
  const { data: plan } = useSuspenseQuery(planQuery(id));
  const back = (
    <Button look="filled" to={pathTo(paths.plan, { id })}>
      {t("plan.open")}
    </Button>
  );
  return (
    <Page width="text">
      <PageHeader caption={plan.title} title={t("plan.editTitle")} />
      {plan.allowed_actions.includes("edit") ? (
        <PlanEdit key={plan.id} plan={plan} draft={draftOf(plan)} />
      ) : (
        <EmptyState title={t("plan.notEditable")} why={t("plan.notEditableWhy")} action={back} />
      )}
    </Page>
  );
}
