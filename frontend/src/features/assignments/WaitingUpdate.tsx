import { useTranslation } from "react-i18next";
import { fieldWords, wordsOf } from "@/shared/api/problem";
import type { Way } from "@/shared/outbox";
import { Button } from "@/shared/ui/Button/Button";
import { FieldError } from "@/shared/ui/Fields/shell";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import { type KeptUpdate, useUpdateBox } from "./box";
import { UpdateWords } from "./Updates";
import classes from "./Updates.module.css";

/** A day's work that still lies on this device: waiting, on its way, or refused with the reason. */
export function WaitingUpdate({ update, way }: { update: KeptUpdate; way: Way }) {
  const { t } = useTranslation();
  const updates = useUpdateBox();
  return (
    <>
      <SaveLine state={way.is === "sending" ? { is: "sending" } : { is: "kept" }} />
      <UpdateWords update={update.body} />
      {way.is === "refused" && (
        <div role="alert" className={classes.refused}>
          <FieldError
            words={[
              wordsOf(way.problem),
              ...(way.problem.errors ?? []).map((error) => fieldWords(error)),
            ].join(" ")}
          />
          <Button onClick={() => void updates.remove(update.id)}>{t("assignment.dropUpdate")}</Button>
        </div>
      )}
    </>
  );
}
