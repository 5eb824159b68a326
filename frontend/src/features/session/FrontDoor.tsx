import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Band } from "@/shared/ui/Band/Band";
import { LanguageSwitch } from "@/shared/ui/LanguageSwitch/LanguageSwitch";
import { Logo } from "@/shared/ui/Logo/Logo";
import saltField from "./saltField.svg";
import classes from "./SignIn.module.css";

interface FrontDoorProps {
  title: string;
  /** Under the title: for whom, or why one stands here. */
  sentence?: string | undefined;
  children: ReactNode;
}

/** What one sees before one is in: the salt field seen from the bank, and beside it a form. */
export function FrontDoor({ title, sentence, children }: FrontDoorProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.root}>
      <title>{`${title} | ${t("common.appName")}`}</title>
      <div className={classes.art} role="banner">
        <img className={classes.picture} src={saltField} alt="" width={840} height={900} />
        <div className={classes.brand}>
          <Logo size={44} />
          <b aria-hidden>{t("common.appName")}</b>
        </div>
        <p className={classes.motto}>
          {t("session.motto")}
          <br />
          {t("session.mottoMore")}
        </p>
      </div>
      <main className={classes.side}>
        <div className={classes.inner}>
          <Band className={classes.band} />
          <h1 className={classes.title}>{title}</h1>
          {sentence !== undefined && <p className={classes.place}>{sentence}</p>}
          {children}
          <LanguageSwitch className={classes.languages} />
        </div>
      </main>
    </div>
  );
}
