import { useTranslation } from "react-i18next";
import { paths } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";

/** An address that leads nowhere, or nowhere for this account. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t("layout.notFoundTitle")}
      why={t("layout.notFound")}
      action={
        <Button look="filled" to={paths.home}>
          {t("layout.toHome")}
        </Button>
      }
      page
    />
  );
}
