import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { dayText } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { OfficialSheet, SheetFoot, SheetHead, SheetMark } from "@/shared/ui/OfficialSheet/OfficialSheet";
import { SaveLine } from "@/shared/ui/SaveLine/SaveLine";
import type { Narrative } from "./draft/box";
import { type Fields, isPart, textAt } from "./draft/fields";
import { saveStateOf } from "./draft/useNarrative";
import { Figures } from "./Figures";
import { type Consolidation, type Report, type Section } from "./report";
import { SheetText } from "./SheetText";
import classes from "./Sheet.module.css";

interface SheetProps {
  plan: components["schemas"]["Plan"];
  report: Report;
  consolidation: Consolidation;
  /** The section or part that is open. */
  chosen: string;
  fields: Fields;
  /** Writes into the narrative; null while it may only be read. */
  onWrite: ((changes: Fields) => void) | null;
  narrative: Narrative;
  waiting: number;
  onOpen: (code: string) => void;
}

/** The emerging official text: the open section to be written, or the whole document as it will be. */
export function Sheet(props: SheetProps) {
  const { consolidation, chosen, fields, onWrite, narrative, waiting } = props;
  const { t } = useTranslation();
  const [whole, setWhole] = useState(onWrite === null);
  const section = consolidation.sections.find((one) => one.code === chosen);
  return (
    <section className={classes.root} aria-label={t("consolidation.view_sheet")}>
      <div className={classes.bar}>
        {onWrite !== null && (
          <div className={classes.save}>
            <SaveLine state={saveStateOf(narrative, waiting)} />
          </div>
        )}
        <Button size="small" aria-pressed={whole} onClick={() => setWhole(!whole)}>
          {t(whole ? "consolidation.oneSection" : "consolidation.whole")}
        </Button>
      </div>
      <OfficialSheet label={t("consolidation.title")}>
        {whole ? (
          <Whole {...props} />
        ) : section !== undefined ? (
          <SectionOfSheet section={section} fields={fields} onWrite={onWrite} />
        ) : (
          isPart(chosen) && <PartOfSheet name={chosen} fields={fields} onWrite={onWrite} />
        )}
      </OfficialSheet>
    </section>
  );
}

interface PieceProps {
  fields: Fields;
  onWrite: ((changes: Fields) => void) | null;
}

function SectionOfSheet({ section, fields, onWrite }: PieceProps & { section: Section }) {
  return (
    <>
      <h3>
        {section.code}. {section.title}
      </h3>
      <SheetText
        key={section.code}
        label={`${section.code}. ${section.title}`}
        text={textAt(fields, `text/${section.code}`)}
        onWrite={onWrite === null ? null : (text) => onWrite({ [`text/${section.code}`]: text })}
      />
      <Figures section={section} />
    </>
  );
}

function PartOfSheet({
  name,
  fields,
  onWrite,
}: PieceProps & { name: "direction" | "assessment" | "outlook" | "proposals" }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t(`consolidation.part_${name}`)}</h3>
      <SheetText
        key={name}
        label={t(`consolidation.part_${name}`)}
        text={textAt(fields, name)}
        onWrite={onWrite === null ? null : (text) => onWrite({ [name]: text })}
      />
    </>
  );
}

/** The whole document for reading; a section opens for writing when it is chosen. */
function Whole({ plan, report, consolidation, fields, chosen, onWrite, onOpen }: SheetProps) {
  const { t } = useTranslation();
  const part = (name: "direction" | "assessment" | "outlook" | "proposals") =>
    (textAt(fields, name) !== "" || onWrite !== null) && (
      <PartOfSheet key={name} name={name} fields={fields} onWrite={null} />
    );
  return (
    <>
      <SheetHead
        issuer={plan.issuer.agency ?? ""}
        number={report.number ?? "…/BC-UBND"}
        placeAndDate={report.dated_on === null ? t("consolidation.noDate") : dayText(report.dated_on)}
        kind={t("consolidation.kind")}
        subject={report.title}
      />
      {part("direction")}
      {consolidation.sections.map((section) => {
        const piece = <SectionOfSheet section={section} fields={fields} onWrite={null} />;
        return (
          <div key={section.code}>
            {section.code === chosen ? <SheetMark>{piece}</SheetMark> : piece}
            {onWrite !== null && (
              <p className={classes.write}>
                <Button size="small" look="quiet" onClick={() => onOpen(section.code)}>
                  {t("consolidation.writeSection", { code: section.code })}
                </Button>
              </p>
            )}
          </div>
        );
      })}
      {part("assessment")}
      {part("outlook")}
      {part("proposals")}
      <SheetFoot recipients={[]} lines={report.signature.lines} name={report.signature.name} />
    </>
  );
}
