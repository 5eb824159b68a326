import { useTranslation } from "react-i18next";
import { Band } from "@/shared/ui/Band/Band";
import { LanguageSwitch } from "@/shared/ui/LanguageSwitch/LanguageSwitch";
import { Logo } from "@/shared/ui/Logo/Logo";
import { rememberedPlace } from "./place";
import saltField from "./saltField.svg";
import classes from "./SignIn.module.css";
import { SignInForm } from "./SignInForm";

/** The front door: the salt field seen from the bank, and the form. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const place = rememberedPlace();
  return (
    <div className={classes.root}>
      <title>{`${t("session.signIn")} | ${t("common.appName")}`}</title>
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
          <h1 className={classes.title}>{t("session.signIn")}</h1>
          {place !== undefined && <p className={classes.place}>{place}</p>}
          <SignInForm onDone={onDone} />
          <p className={classes.help}>{t("session.help")}</p>
          <LanguageSwitch className={classes.languages} />
        </div>
      </main>
    </div>
  );
}
