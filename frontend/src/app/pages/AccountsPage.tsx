import { useTranslation } from "react-i18next";
import { AccountList } from "@/features/accounts/AccountList";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

/** The accounts of the offices. */
export default function AccountsPage() {
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t("accounts.accounts")} sentence={t("accounts.sentence")} />
      <AccountList />
    </Page>
  );
}
