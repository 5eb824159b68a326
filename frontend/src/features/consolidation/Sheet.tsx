import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { fieldWords } from "@/shared/api/problem";
import { useToday } from "@/shared/access";
import { Button } from "@/shared/ui/Button/Button";
import { OfficialSheet } from "@/shared/ui/OfficialSheet/OfficialSheet";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import { type Fields, isPart, textAt, type Write } from "./draft/fields";
import type { Narrative } from "./draft/narrative";
import { saveStateOf } from "./draft/useNarrative";
import { Figures } from "./Figures";
import { outlineOf } from "./outline";
import type { Consolidation, Report } from "./report";
import { SheetText } from "./SheetText";
import classes from "./Sheet.module.css";
import { Whole } from "./Whole";

interface SheetProps {
  plan: components["schemas"]["Plan"];
  report: Report;
  consolidation: Consolidation;
  /** The section or part that is open. */
  chosen: string;
  fields: Fields;
  /** Writes into the narrative; null while it may only be read. */
  onWrite: Write | null;
  narrative: Narrative;
  waiting: number;
  onOpen: (name: string) => void;
}

/** The emerging official text: the open section to be written, or the whole document as it will be. */
export function Sheet(props: SheetProps) {
  const { plan, report, consolidation, chosen, fields, onWrite, narrative, waiting, onOpen } = props;
  const { t } = useTranslation();
  const today = useToday();
  const [whole, setWhole] = useState(false);
  const reading = whole || onWrite === null;
  return (
    <section className={classes.root} aria-label={t("consolidation.view_sheet")}>
      <h2 className="sr">{t("consolidation.view_sheet")}</h2>
      {onWrite !== null && (
        <div className={classes.bar}>
          <div className={classes.save}>
            <SaveLine state={saveStateOf(narrative, waiting, today)} />
          </div>
          <Button size="small" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? "consolidation.oneSection" : "consolidation.whole")}
          </Button>
        </div>
      )}
      <OfficialSheet label={t("consolidation.title")}>
        {reading ? (
          <Whole
            plan={plan}
            report={report}
            consolidation={consolidation}
            fields={fields}
            chosen={chosen}
            onOpen={
              onWrite === null
                ? null
                : (name) => {
                    setWhole(false);
                    onOpen(name);
                  }
            }
          />
        ) : (
          <One
            chosen={chosen}
            consolidation={consolidation}
            fields={fields}
            wrong={narrative.wrong}
            onWrite={onWrite}
          />
        )}
      </OfficialSheet>
      {reading && <p className={classes.hint}>{t("consolidation.wholeHint")}</p>}
    </section>
  );
}

interface OneProps {
  chosen: string;
  consolidation: Consolidation;
  fields: Fields;
  wrong: Narrative["wrong"];
  onWrite: Write;
}

/** The open section or part of narrative, to be written. */
function One({ chosen, consolidation, fields, wrong, onWrite }: OneProps) {
  const { sections } = consolidation;
  const section = sections.find((one) => one.code === chosen);
  const place = section === undefined ? chosen : `text/${section.code}`;
  const heading = outlineOf(sections, fields, true).find((piece) =>
    piece.is === "section" ? piece.section.code === chosen : piece.is === "part" && piece.part === chosen,
  )?.heading;
  if (heading === undefined || (section === undefined && !isPart(chosen))) return null;
  return (
    <>
      <h3>{heading}</h3>
      <SheetText
        key={place}
        label={heading}
        text={textAt(fields, place)}
        sections={sections}
        figures={section === undefined ? sections.flatMap((one) => one.indicators) : section.indicators}
        error={wrong[place] === undefined ? undefined : fieldWords(wrong[place])}
        onWrite={(text) => onWrite({ [place]: text })}
      />
      {section !== undefined && <Figures section={section} />}
    </>
  );
}
