import { useTranslation } from "react-i18next";
import { SessionList } from "@/features/session/SessionList";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";

/** Where this account is signed in. */
export default function SessionsPage() {
  const { t } = useTranslation();
  return (
    <Page width="text">
      <PageHeader title={t("session.sessionsTitle")} sentence={t("session.sessionsWhy")} />
      <Panel flush>
        <SessionList />
      </Panel>
    </Page>
  );
}
