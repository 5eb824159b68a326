import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { valueText } from "@/shared/figures";
import { Changes } from "@/shared/ui/Changes/Changes";
import type { Content, Section } from "./report";
import classes from "./ReportBody.module.css";

interface ReportBodyProps {
  sections: Section[];
  content: Content;
  /** What was handed in before: what changed since is marked. */
  before?: Content | undefined;
  /** What stands beside a section (indicator null) or one of its figures: remarks, or a way to make one. */
  beside?: (section: string, indicator: string | null) => ReactNode;
}

/** A report for reading: by sections, each with its figures and its words. */
export function ReportBody({ sections, content, before, beside }: ReportBodyProps) {
  return (
    <div className={classes.root}>
      {sections.map((section) => (
        <SectionBody key={section.code} section={section} content={content} before={before} beside={beside} />
      ))}
    </div>
  );
}

function SectionBody({
  section,
  content,
  before,
  beside,
}: Omit<ReportBodyProps, "sections"> & { section: Section }) {
  const { t } = useTranslation();
  const entry = content.sections[section.code];
  const earlier = before?.sections[section.code];
  const heading = `section-${section.code}`;
  const text = entry?.text ?? "";
  const silent = text.trim() === "" && entry?.nil !== true && section.indicators.length === 0;
  return (
    <section className={classes.section} aria-labelledby={heading} id={`phan-${section.code}`}>
      <h2 id={heading}>
        {section.code}. {section.title}
      </h2>
      {beside?.(section.code, null)}
      {entry?.nil === true && <p className={classes.nil}>{t("figure.nil")}</p>}
      {silent && <p className={classes.blank}>{t("review.nothingWritten")}</p>}
      {(text !== "" || (earlier?.text ?? "") !== "") && (
        <p className={classes.text}>
          {before === undefined ? text : <Changes before={earlier?.text ?? ""} after={text} />}
        </p>
      )}
      {section.indicators.length > 0 && entry?.nil !== true && (
        <table className={classes.figures}>
          <caption className="sr">{t("review.figuresOf", { title: section.title })}</caption>
          <tbody>
            {section.indicators.map((indicator) => (
              <tr key={indicator.code}>
                <th scope="row">
                  {indicator.name}
                  {beside?.(section.code, indicator.code)}
                </th>
                <td>
                  <Figure
                    now={valueText(entry?.values[indicator.code], indicator.unit)}
                    was={
                      before === undefined
                        ? undefined
                        : valueText(earlier?.values[indicator.code], indicator.unit)
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** A figure in words, and what it was before when that differs. */
function Figure({ now, was }: { now: string | null; was: string | null | undefined }) {
  const { t } = useTranslation();
  const words = (value: string | null) =>
    value ?? <span className={classes.blank}>{t("review.blankFigure")}</span>;
  if (was === undefined || was === now) return words(now);
  return (
    <>
      <del>
        <span className="sr">{t("review.was")} </span>
        {words(was)}
      </del>{" "}
      <ins>
        <span className="sr">{t("review.now")} </span>
        {words(now)}
      </ins>
    </>
  );
}
