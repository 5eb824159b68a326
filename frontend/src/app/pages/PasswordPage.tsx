import { useTranslation } from "react-i18next";
import { PasswordForm } from "@/features/session/PasswordForm";
import { paths } from "@/shared/paths";
import { goTo } from "@/shared/ui/Link/follow";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { toast } from "@/shared/ui/Toast/toasts";

/** Changing one's own password. */
export default function PasswordPage() {
  const { t } = useTranslation();
  const done = () => {
    toast(t("session.passwordChanged"));
    goTo(paths.more);
  };
  return (
    <Page width="text">
      <PageHeader title={t("session.changeTitle")} sentence={t("session.changeWhy")} />
      <PasswordForm onDone={done} />
    </Page>
  );
}
