import { useTranslation } from "react-i18next";
import { fieldWords } from "@/shared/api/problem";
import { useToday } from "@/shared/access";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { FigureField } from "@/shared/ui/FigureField/FigureField";
import type { Draft } from "./draft/draft";
import { type Answer, answerIn, type Fields, isUnanswered, place } from "./draft/fields";
import { RemarkNote } from "./RemarkNote";
import type { Indicator } from "./report";
import { placeId } from "./way";
import classes from "./SectionForm.module.css";

interface IndicatorFieldProps {
  draft: Draft;
  section: string;
  indicator: Indicator;
  office: string | undefined;
  readOnly: boolean;
  onWrite: (changes: Fields) => void;
}

/** The field of one indicator: a figure, a pair, or words; with its remark beside it. */
export function IndicatorField({
  draft,
  section,
  indicator,
  office,
  readOnly,
  onWrite,
}: IndicatorFieldProps) {
  const { t } = useTranslation();
  const today = useToday();
  const { report, fields, wrong } = draft;
  const name = place.answer(section, indicator.code);
  const answer = answerIn(fields, section, indicator);
  const write = (changes: Partial<Answer>) => onWrite({ [name]: { ...answer, ...changes } });
  const error = wrong[name] === undefined ? undefined : fieldWords(wrong[name]);
  const remarks =
    report.state === "returned"
      ? report.remarks.filter((one) => one.section === section && one.indicator === indicator.code)
      : [];
  const remark =
    remarks.length === 0 ? undefined : (
      <RemarkNote office={office} words={remarks.map((one) => one.text).join("\n")} />
    );
  const words = indicator.kind === "text" && !answer.nil;
  return (
    <div id={placeId(section, indicator.code)} className={classes.answer}>
      {words ? (
        <>
          <TextArea
            label={indicator.name}
            rows={2}
            value={answer.text}
            onChange={(text) => write({ text })}
            readOnly={readOnly}
            {...(error === undefined ? {} : { error })}
          />
          {isUnanswered(answer) && !readOnly && (
            <button type="button" className={classes.undo} onClick={() => write({ nil: true })}>
              {t("figure.nil")}
              <span className="sr">: {indicator.name}</span>
            </button>
          )}
          {remark}
        </>
      ) : (
        <FigureField
          label={indicator.name}
          units={indicator.unit}
          figure={answer}
          onChange={(figure) => write(figure)}
          error={error}
          remark={remark}
          readOnly={readOnly}
        />
      )}
      {indicator.kind === "stock" && !answer.nil && !isUnanswered(answer) && (
        <div className={classes.asOf}>
          <DateField
            label={t("report.asOf")}
            value={answer.asOf ?? ""}
            max={today}
            disabled={readOnly}
            onChange={(day) => write({ asOf: day === "" ? null : day })}
          />
        </div>
      )}
    </div>
  );
}
