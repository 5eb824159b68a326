import { useTranslation } from "react-i18next";
import { blankDraft } from "@/features/plans/blank";
import { PlanEdit } from "@/features/plans/PlanEdit";
import { useToday } from "@/shared/access";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

/** A plan written from the beginning. */
export default function PlanNewPage() {
  const { t } = useTranslation();
  const year = Number(useToday().slice(0, 4));
  return (
    <Page width="text">
      <PageHeader title={t("plan.new")} />
      <PlanEdit draft={blankDraft(year)} />
    </Page>
  );
}
