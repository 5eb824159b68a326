import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SectionMark } from "@/shared/ui/SectionProgress/SectionMark";
import { answerIn, type Fields, isNil, isUnanswered, place, textIn } from "./draft/fields";
import { sectionState } from "./draft/progress";
import { answerWords } from "./draft/words";
import { RemarkNote } from "./RemarkNote";
import type { Remark, Section } from "./report";
import classes from "./SectionFacts.module.css";
import { useSectionWords } from "./SectionList";

interface SectionFactsProps {
  section: Section;
  fields: Fields;
  /** Remarks that stand beside it. */
  remarks?: Remark[];
  office?: string | undefined;
  /** At the right of the title. */
  end?: ReactNode;
}

/** One section to read: its figures with what was answered, its text. */
export function SectionFacts({ section, fields, remarks = [], office, end }: SectionFactsProps) {
  const { t } = useTranslation();
  const words = useSectionWords();
  const state = sectionState(section, fields);
  const text = textIn(fields, place.text(section.code));
  const nil = isNil(fields, section.code);
  const said = (code: string | null) =>
    remarks
      .filter((one) => one.section === section.code && one.indicator === code)
      .map((one) => <RemarkNote key={one.text} office={office} words={one.text} />);
  return (
    <section className={classes.root}>
      <div className={classes.head}>
        <SectionMark state={state} />
        <h3>{section.title}</h3>
        {end !== undefined && <span className={classes.end}>{end}</span>}
      </div>
      <p className={classes.state}>{words[state]}</p>
      {said(null)}
      {!nil && section.indicators.length > 0 && (
        <dl className={classes.figures}>
          {section.indicators.map((indicator) => {
            const answer = answerIn(fields, section.code, indicator);
            return (
              <div key={indicator.code} data-blank={isUnanswered(answer) || undefined}>
                <dt>{indicator.name}</dt>
                <dd className={answer.nil || isUnanswered(answer) ? undefined : "num"}>
                  {answerWords(answer, indicator)}
                </dd>
                {said(indicator.code)}
              </div>
            );
          })}
        </dl>
      )}
      {text !== "" && <p className={classes.text}>{text}</p>}
      {text === "" && section.indicators.length === 0 && !nil && (
        <p className={classes.none}>{t("report.nothingWritten")}</p>
      )}
    </section>
  );
}
