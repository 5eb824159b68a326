import { useTranslation } from "react-i18next";
import { fieldWords } from "@/shared/api/problem";
import { FieldError } from "@/shared/ui/Fields/shell";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { StateGlyph } from "@/shared/ui/StateBadge/StateGlyph";
import type { Draft } from "./draft/draft";
import { answerIn, type Fields, isNil, isUnanswered, place, textIn } from "./draft/fields";
import { IndicatorField } from "./IndicatorField";
import { RemarkNote } from "./RemarkNote";
import type { Section } from "./report";
import classes from "./SectionForm.module.css";
import { placeId } from "./way";

interface SectionFormProps {
  draft: Draft;
  section: Section;
  /** Who returned it, for the remarks. */
  office: string | undefined;
  onWrite: (changes: Fields) => void;
}

/** One section of a report: «không phát sinh» in one tap, its figures, its text. */
export function SectionForm({ draft, section, office, onWrite }: SectionFormProps) {
  const { t } = useTranslation();
  const { fields, report, wrong } = draft;
  const nilPlace = place.nil(section.code);
  const textPlace = place.text(section.code);
  const nil = isNil(fields, section.code);
  const locked = draft.handIn !== null;
  const remarks = report.state === "returned" ? report.remarks : [];
  const whole = remarks.filter((one) => one.section === section.code && one.indicator === null);
  return (
    <div className={classes.root}>
      {whole.map((one) => (
        <RemarkNote key={one.text} office={office} words={one.text} id={placeId(section.code)} />
      ))}
      {nil ? (
        <NilSection
          locked={locked}
          holds={section.indicators.some((one) => !isUnanswered(answerIn(fields, section.code, one)))}
          onUndo={() => onWrite({ [nilPlace]: false })}
        />
      ) : (
        <button
          type="button"
          className={classes.nilButton}
          disabled={locked}
          onClick={() => onWrite({ [nilPlace]: true })}
        >
          <StateGlyph standing="nil" size={20} />
          {t("report.nilSection")}
        </button>
      )}
      {wrong[nilPlace] !== undefined && (
        <div className={classes.error}>
          <FieldError words={fieldWords(wrong[nilPlace])} />
        </div>
      )}
      {!nil && section.indicators.length > 0 && (
        <div className={classes.figures}>
          {section.indicators.map((indicator) => (
            <IndicatorField
              key={indicator.code}
              draft={draft}
              section={section.code}
              indicator={indicator}
              office={office}
              readOnly={locked}
              onWrite={onWrite}
            />
          ))}
        </div>
      )}
      <div id={placeId(section.code, "text")}>
        <TextArea
          label={t("report.highlights")}
          hint={t("report.highlightsHint")}
          optional={section.indicators.length > 0}
          rows={5}
          value={textIn(fields, textPlace)}
          onChange={(text) => onWrite({ [textPlace]: text })}
          readOnly={locked}
          {...(wrong[textPlace] === undefined ? {} : { error: fieldWords(wrong[textPlace]) })}
        />
      </div>
    </div>
  );
}

interface NilSectionProps {
  locked: boolean;
  /** Figures were typed before; they are kept here and not sent. */
  holds: boolean;
  onUndo: () => void;
}

function NilSection({ locked, holds, onUndo }: NilSectionProps) {
  const { t } = useTranslation();
  return (
    <div>
      <div className={classes.nil}>
        <span className={classes.nilWords}>
          <StateGlyph standing="nil" size={20} />
          {t("report.nilSectionSaid")}
        </span>
        {!locked && (
          <button type="button" className={classes.undo} onClick={onUndo}>
            {t("report.nilSectionUndo")}
          </button>
        )}
      </div>
      {holds && <p className="cap">{t("report.nilSectionKept")}</p>}
    </div>
  );
}
