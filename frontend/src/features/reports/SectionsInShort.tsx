import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@/shared/ui/Link/Link";
import type { Draft } from "./draft/draft";
import { SectionFacts } from "./SectionFacts";
import classes from "./SectionsInShort.module.css";
import { sectionPath } from "./way";

/** Every section as it would go in, each with the way to change it. */
export function SectionsInShort({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const id = useId();
  const { report, fields } = draft;
  return (
    <section aria-labelledby={id} className={classes.root}>
      <h2 id={id} className={classes.heading}>
        {t("report.checkSections")}
      </h2>
      {report.sections.map((section) => (
        <SectionFacts
          key={section.code}
          section={section}
          fields={fields}
          end={
            <Link to={sectionPath(report.id, section.code)} className={classes.edit}>
              {t("report.edit")}
              <span className="sr">: {section.title}</span>
            </Link>
          }
        />
      ))}
    </section>
  );
}
