import { useTranslation } from "react-i18next";
import { useMe } from "@/shared/access";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

/** The first page after signing in. */
export default function HomePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page>
      <PageHeader home caption={me.agency.name} title={t("layout.today")} />
    </Page>
  );
}
