import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button/Button";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { toast } from "@/shared/ui/Toast/toasts";
import { HandIn } from "./HandIn";
import { type Assignment, useVerb } from "./queries";
import { ReturnIt } from "./ReturnIt";
import classes from "./Verbs.module.css";

/** What the caller can say about an assignment now, by the server's word. */
export function Verbs({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const deed = useVerb(assignment);
  const [open, setOpen] = useState<"hand_in" | "return" | null>(null);
  const may = (action: string) => assignment.allowed_actions.includes(action);
  const say = (verb: "receive" | "start" | "confirm", done: string) =>
    deed.mutate({ verb }, { onSuccess: () => toast(done) });
  if (!["receive", "start", "hand_in", "confirm", "return"].some(may)) return null;
  return (
    <div className={classes.root}>
      {deed.error !== null && (
        <ErrorSummary key={deed.submittedAt} lines={[{ words: wordsOf(problemOf(deed.error)) }]} />
      )}
      <div className={classes.buttons}>
        {may("receive") && (
          <Button
            look="filled"
            size="large"
            busy={deed.isPending}
            onClick={() => say("receive", t("assignment.receivedNow"))}
          >
            {t("assignment.receive")}
          </Button>
        )}
        {may("start") && (
          <Button
            look="filled"
            size="large"
            busy={deed.isPending}
            onClick={() => say("start", t("assignment.startedNow"))}
          >
            {t(assignment.state === "returned" ? "assignment.resume" : "assignment.start")}
          </Button>
        )}
        {may("hand_in") && (
          <Button size="large" onClick={() => setOpen("hand_in")} aria-haspopup="dialog">
            {t("assignment.handIn")}
          </Button>
        )}
        {may("confirm") && (
          <Button
            look="filled"
            size="large"
            busy={deed.isPending}
            onClick={() => say("confirm", t("assignment.confirmedNow"))}
          >
            {t("assignment.confirm")}
          </Button>
        )}
        {may("return") && (
          <Button look="warn" size="large" onClick={() => setOpen("return")} aria-haspopup="dialog">
            {t("assignment.return")}
          </Button>
        )}
      </div>
      {open === "hand_in" && <HandIn assignment={assignment} onClose={() => setOpen(null)} />}
      {open === "return" && <ReturnIt assignment={assignment} onClose={() => setOpen(null)} />}
    </div>
  );
}
