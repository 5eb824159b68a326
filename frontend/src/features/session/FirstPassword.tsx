import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { FrontDoor } from "./FrontDoor";
import { PasswordForm } from "./PasswordForm";
import classes from "./SignIn.module.css";

interface FirstPasswordProps {
  onDone: () => void;
  /** Who came in by another's account goes back to the door. */
  onLeave: () => void;
}

/** Before the first work: the password that an administrator gave gives way to one's own. */
export function FirstPassword({ onDone, onLeave }: FirstPasswordProps) {
  const { t } = useTranslation();
  return (
    <FrontDoor title={t("session.firstTitle")} sentence={t("session.firstWhy")}>
      <div className={classes.first}>
        <PasswordForm onDone={onDone} />
        <Button look="quiet" onClick={onLeave}>
          {t("session.otherAccount")}
        </Button>
      </div>
    </FrontDoor>
  );
}
