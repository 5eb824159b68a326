import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { PasswordForm } from "@/features/session/PasswordForm";
import { meQuery } from "@/shared/access";
import { paths } from "@/shared/paths";
import { goTo } from "@/shared/ui/Link/follow";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

/** Before the first work: the password that an administrator gave gives way to one's own. */
export default function FirstPasswordPage() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const done = async () => {
    await cache.invalidateQueries({ queryKey: meQuery.queryKey, refetchType: "none" });
    cache.removeQueries({ queryKey: meQuery.queryKey });
    goTo(paths.home, { replace: true });
  };
  return (
    <main>
      <Page width="text">
        <PageHeader title={t("session.firstTitle")} sentence={t("session.firstWhy")} />
        <PasswordForm onDone={() => void done()} />
      </Page>
    </main>
  );
}
