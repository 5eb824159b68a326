import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import type { Conflict } from "./draft/merge";
import { placeWords } from "./places";
import type { Section } from "./report";
import classes from "./Conflicts.module.css";

interface ConflictsProps {
  conflicts: Conflict[];
  sections: Section[];
  onSettle: (place: string, text: string) => void;
}

/** A text that two people changed at the same time: one chooses which stays, and no word is lost before that. */
export function Conflicts({ conflicts, sections, onSettle }: ConflictsProps) {
  const { t } = useTranslation();
  const first = conflicts[0];
  if (first === undefined) return null;
  const { place, mine, theirs } = first;
  const name = placeWords(place, sections);
  return (
    <Dialog strict wide title={t("consolidation.conflict", { name })} onClose={() => undefined}>
      <p>{t("consolidation.conflictWhy")}</p>
      <div className={classes.both}>
        <section aria-labelledby="mine">
          <h3 id="mine">{t("consolidation.mine")}</h3>
          <p className={classes.text}>{mine}</p>
          <Button onClick={() => onSettle(place, mine)}>{t("consolidation.keepMine")}</Button>
        </section>
        <section aria-labelledby="theirs">
          <h3 id="theirs">{t("consolidation.theirs")}</h3>
          <p className={classes.text}>{theirs}</p>
          <Button onClick={() => onSettle(place, theirs)}>{t("consolidation.keepTheirs")}</Button>
        </section>
      </div>
      <Button look="quiet" onClick={() => onSettle(place, `${theirs.trimEnd()}\n${mine}`)}>
        {t("consolidation.keepBoth")}
      </Button>
    </Dialog>
  );
}
