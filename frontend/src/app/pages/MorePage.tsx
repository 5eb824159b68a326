import { useQueryClient } from "@tanstack/react-query";
import { IconChevronRight, IconLogout } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { signOut } from "@/features/session/session";
import { useMe } from "@/shared/access";
import { paths } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { LanguageSwitch } from "@/shared/ui/LanguageSwitch/LanguageSwitch";
import { goTo } from "@/shared/ui/Link/follow";
import { Link } from "@/shared/ui/Link/Link";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";
import { SchemeSwitch } from "@/shared/ui/SchemeSwitch/SchemeSwitch";
import { barRoom, placesOf } from "../layout/navigation";
import classes from "./MorePage.module.css";
import { WaitingBar } from "./WaitingBar";

/** One's account, the settings of this device, and on a phone the places that its bar has no room for. */
export default function MorePage() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const me = useMe();
  const further = placesOf(me).slice(barRoom);
  const leave = async () => {
    await signOut(cache);
    goTo(paths.signIn);
  };
  return (
    <Page width="text">
      <PageHeader title={t("layout.moreTitle")} />
      <div className={classes.stack}>
        {further.length > 0 && (
          <div className={classes.further}>
            <Panel flush>
              <ul className={classes.list}>
                {further.map((place) => (
                  <Line key={place.word} to={place.to} words={t(`layout.${place.word}`)} />
                ))}
              </ul>
            </Panel>
          </div>
        )}
        <Panel title={me.agency.name} note={`${t(`layout.${me.position}`)}, ${me.account.username}`} flush>
          <ul className={`${classes.list ?? ""} ${classes.account ?? ""}`}>
            <Line to={paths.password} words={t("session.changeTitle")} />
            <Line to={paths.sessions} words={t("session.sessionsTitle")} />
          </ul>
          <div className={classes.leave}>
            <WaitingBar />
            <Button icon={<IconLogout size={20} stroke={1.75} aria-hidden />} onClick={() => void leave()}>
              {t("session.signOut")}
            </Button>
          </div>
        </Panel>
        <Panel title={t("layout.device")}>
          <div className={classes.settings}>
            <SchemeSwitch />
            <div>
              <p className={classes.label}>{t("layout.language")}</p>
              <LanguageSwitch />
            </div>
          </div>
        </Panel>
      </div>
    </Page>
  );
}

function Line({ to, words }: { to: string; words: string }) {
  return (
    <li>
      <Link to={to} className={classes.line}>
        {words}
        <IconChevronRight size={20} stroke={1.75} aria-hidden />
      </Link>
    </li>
  );
}
