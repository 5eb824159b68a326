import { useTranslation } from "react-i18next";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";

/** Where no plan is issued yet there is nothing to follow. */
export function NoPlan() {
  const { t } = useTranslation();
  return <EmptyState title={t("matrix.noPlanTitle")} why={t("matrix.noPlan")} page />;
}
