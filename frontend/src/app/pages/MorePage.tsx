import { useQueryClient } from "@tanstack/react-query";
import { IconLogout } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { signOut } from "@/features/session/session";
import { useMe } from "@/shared/access";
import { paths } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { LanguageSwitch } from "@/shared/ui/LanguageSwitch/LanguageSwitch";
import { goTo } from "@/shared/ui/Link/follow";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { SchemeSwitch } from "@/shared/ui/SchemeSwitch/SchemeSwitch";
import classes from "./MorePage.module.css";

/** What has no place of its own in the bars: the settings of this device and of one's account. */
export default function MorePage() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { account, agency, position } = useMe();
  const leave = async () => {
    await signOut(cache);
    goTo(paths.signIn);
  };
  return (
    <Page width="text">
      <PageHeader title={t("layout.moreTitle")} />
      <section className={classes.section}>
        <h2>{t("layout.account")}</h2>
        <p className={classes.who}>
          <b>{agency.name}</b>
          <span className="cap">
            {t(position === "head" ? "layout.head" : "layout.officer")}, {account.username}
          </span>
        </p>
        <Button icon={<IconLogout size={20} stroke={1.75} aria-hidden />} onClick={() => void leave()}>
          {t("session.signOut")}
        </Button>
      </section>
      <section className={classes.section}>
        <SchemeSwitch />
        <LanguageSwitch />
      </section>
    </Page>
  );
}
