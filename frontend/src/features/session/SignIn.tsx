import { useTranslation } from "react-i18next";
import { FrontDoor } from "./FrontDoor";
import { rememberedPlace } from "./place";
import classes from "./SignIn.module.css";
import { SignInForm } from "./SignInForm";

/** The front door with the form by which one comes in. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <FrontDoor title={t("session.signIn")} sentence={rememberedPlace()}>
      <SignInForm onDone={onDone} />
      <p className={classes.help}>{t("session.help")}</p>
    </FrontDoor>
  );
}
