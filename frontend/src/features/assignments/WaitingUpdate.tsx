import { useTranslation } from "react-i18next";
import { fieldWords, type Problem, wordsOf } from "@/shared/api/problem";
import type { Way } from "@/shared/outbox";
import { Button } from "@/shared/ui/Button/Button";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import { type KeptUpdate, useUpdateBox } from "./box";
import { UpdateWords } from "./Updates";
import classes from "./Updates.module.css";

/** A day's work that still lies on this device: waiting, on its way, or refused with the reason. */
export function WaitingUpdate({ update, way }: { update: KeptUpdate; way: Way }) {
  const { t } = useTranslation();
  const updates = useUpdateBox();
  const names = {
    done_on: t("assignment.doneOn"),
    text: t("assignment.text"),
    links: t("assignment.linkUrl"),
  };
  return (
    <>
      <SaveLine
        state={
          way.is === "refused"
            ? { is: "refused", why: whyRefused(way.problem, names) }
            : { is: way.is === "sending" ? "sending" : "kept" }
        }
      />
      <UpdateWords update={update.body} />
      {way.is === "refused" && (
        <div className={classes.refused}>
          <Button onClick={() => void updates.remove(update.id)}>{t("assignment.dropUpdate")}</Button>
        </div>
      )}
    </>
  );
}

/** Each place with what is wrong in it; without places why it was refused as a whole. */
function whyRefused(problem: Problem, names: Record<string, string>): string {
  const places = (problem.errors ?? []).map((error) => {
    const name = names[error.pointer.split("/")[1] ?? ""];
    return name === undefined ? fieldWords(error) : `${name}: ${fieldWords(error)}`;
  });
  return places.length === 0 ? wordsOf(problem) : places.join(" ");
}
