import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/shared/access";
import { onSessionEnd } from "@/shared/api/token";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { SignInForm } from "./SignInForm";

/** When the session ends while someone is at work, asks for the password over the page; what was typed stays where it is. */
export function SessionGuard({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { account } = useMe();
  const [ended, setEnded] = useState(false);
  useEffect(() => onSessionEnd(() => setEnded(true)), []);
  if (!ended) return null;
  const back = () => {
    setEnded(false);
    void cache.invalidateQueries();
  };
  return (
    <Dialog
      title={t("session.expiredTitle")}
      strict
      onClose={() => undefined}
      actions={
        <Button look="quiet" onClick={onLeave}>
          {t("session.otherAccount")}
        </Button>
      }
    >
      <p>{t("session.expired")}</p>
      <SignInForm username={account.username} onDone={back} />
    </Dialog>
  );
}
