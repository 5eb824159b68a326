import { useId } from "react";
import { useTranslation } from "react-i18next";
import { fieldWords, type Problem, wordsOf } from "@/shared/api/problem";
import type { Way } from "@/shared/outbox";
import { Button } from "@/shared/ui/Button/Button";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import { correctionOf, type KeptUpdate, useUpdateBox } from "./box";
import type { FilePlaces } from "./files";
import { UpdateFields } from "./UpdateFields";
import { UpdateWords } from "./Updates";
import classes from "./Updates.module.css";

interface WaitingUpdateProps {
  update: KeptUpdate;
  way: Way;
  /** Whether work may still be recorded, and so corrected. */
  mayCorrect: boolean;
  files: Pick<FilePlaces, "ofDraft" | "ofWaiting">;
}

/** A day's work that still lies on this device: waiting, on its way, or refused with the reason, to be corrected or given up. */
export function WaitingUpdate({ update, way, mayCorrect, files }: WaitingUpdateProps) {
  const { t } = useTranslation();
  const updates = useUpdateBox();
  const problem = way.is === "refused" ? way.problem : update.refused;
  const names = {
    done_on: t("assignment.doneOn"),
    text: t("assignment.text"),
    links: t("assignment.linkUrl"),
  };
  if (mayCorrect && update.refused !== undefined)
    return <Correcting update={update} problem={update.refused} ofDraft={files.ofDraft} />;
  return (
    <>
      <SaveLine
        state={
          problem === undefined
            ? { is: way.is === "sending" ? "sending" : "kept" }
            : { is: "refused", why: whyRefused(problem, names) }
        }
      />
      <UpdateWords update={update.body} />
      {files.ofWaiting(update.id)}
      {problem !== undefined && (
        <div className={classes.refused}>
          {mayCorrect && (
            <Button look="filled" onClick={() => void updates.takeUp(update, problem)}>
              {t("assignment.correct")}
            </Button>
          )}
          <Button onClick={() => void updates.drop(update)}>{t("assignment.dropUpdate")}</Button>
        </div>
      )}
    </>
  );
}

interface CorrectingProps extends Pick<FilePlaces, "ofDraft"> {
  update: KeptUpdate;
  problem: Problem;
}

/** What was refused, open again at its place: what is being written beside it stays as it is. */
function Correcting({ update, problem, ofDraft }: CorrectingProps) {
  const { t } = useTranslation();
  const id = useId();
  const updates = useUpdateBox();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t("assignment.correcting")}</h3>
      <UpdateFields
        assignment={update.assignment}
        name={correctionOf(update)}
        initial={{ id: update.id, ...update.body }}
        labelledBy={id}
        problem={problem}
        verb={t("assignment.sendAgain")}
        ofDraft={ofDraft}
        onSend={(corrected) => updates.correct(corrected)}
        onDrop={() => updates.drop(update)}
      />
    </section>
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
