import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { RadioField } from "@/shared/ui/Fields/RadioField";
import type { Draft } from "./draft/draft";
import type { Written } from "./draft/fields";
import type { Conflict } from "./draft/merge";
import { placeWords, writtenWords } from "./draft/words";
import classes from "./ConflictDialog.module.css";

type Choice = "mine" | "theirs" | "both";

interface ConflictDialogProps {
  draft: Draft;
  onSettle: (chosen: Record<string, Written>) => void;
  onClose: () => void;
}

/** Two have changed the same places: for each, what is written here, what the office holds, or for texts both. */
export function ConflictDialog({ draft, onSettle, onClose }: ConflictDialogProps) {
  const { t } = useTranslation();
  const { report, fields } = draft;
  // One may have written on after the two met.
  const conflicts = draft.conflicts.map((one) => ({ ...one, mine: fields[one.place] ?? null }));
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const chosen = (one: Conflict): Choice => choices[one.place] ?? (isText(one) ? "both" : "mine");
  const settle = () =>
    onSettle(Object.fromEntries(conflicts.map((one) => [one.place, kept(one, chosen(one))])));
  return (
    <Dialog
      title={t("report.conflictTitle")}
      onClose={onClose}
      wide
      actions={
        <Button look="filled" onClick={settle}>
          {t("report.conflictDone")}
        </Button>
      }
    >
      <p>{t("report.conflictWhy", { count: conflicts.length })}</p>
      {conflicts.map((one) => (
        <RadioField<Choice>
          key={one.place}
          label={placeWords(one.place, report)}
          value={chosen(one)}
          onChange={(choice) => setChoices((now) => ({ ...now, [one.place]: choice }))}
          choices={[
            {
              value: "mine",
              label: t("report.conflictMine"),
              hint: <Words>{writtenWords(one.place, one.mine, report)}</Words>,
            },
            {
              value: "theirs",
              label: t("report.conflictTheirs"),
              hint: <Words>{writtenWords(one.place, one.theirs, report)}</Words>,
            },
            ...(isText(one) ? [{ value: "both" as const, label: t("report.conflictBoth") }] : []),
          ]}
        />
      ))}
    </Dialog>
  );
}

function Words({ children }: { children: string }) {
  return <span className={classes.words}>{children}</span>;
}

function isText({ place, mine, theirs }: Conflict): boolean {
  return place.endsWith("/text") && typeof mine === "string" && typeof theirs === "string" && mine !== "";
}

function kept({ mine, theirs }: Conflict, choice: Choice): Written {
  if (choice === "both" && typeof mine === "string" && typeof theirs === "string")
    return `${theirs}\n${mine}`;
  return choice === "theirs" ? theirs : mine;
}
