import { IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { SectionMark } from "@/shared/ui/SectionProgress/SectionMark";
import type { SectionState } from "@/shared/ui/SectionProgress/SectionProgress";
import type { Draft } from "./draft/draft";
import { sectionState } from "./draft/progress";
import classes from "./SectionList.module.css";

interface SectionListProps {
  draft: Draft;
  /** The section before one now. */
  at?: string;
}

/** All sections of a report with how far each is; the check page and the signing stand last. */
export function SectionList({ draft, at }: SectionListProps) {
  const { t } = useTranslation();
  const { report, fields } = draft;
  const words = useSectionWords();
  return (
    <nav aria-label={t("report.sections")} className={classes.root}>
      <ol>
        {report.sections.map((section) => {
          const state = sectionState(section, fields);
          const remarks = remarksOn(draft, section.code);
          const wrong = Object.keys(draft.wrong).some((name) => name.startsWith(`section/${section.code}/`));
          return (
            <li key={section.code}>
              <Link
                to={pathTo(paths.reportSection, { id: report.id, code: section.code })}
                className={classes.item}
                aria-current={section.code === at ? "page" : undefined}
              >
                <SectionMark state={state} />
                <span className={classes.words}>
                  <span className={classes.title}>{section.title}</span>
                  <span className={classes.state}>
                    {words[state]}
                    {wrong && <span className={classes.remarks}>{t("part.notTaken")}</span>}
                    {remarks > 0 && (
                      <span className={classes.remarks}>{t("report.remarks", { count: remarks })}</span>
                    )}
                  </span>
                </span>
                <IconChevronRight size={20} stroke={1.75} aria-hidden className={classes.arrow} />
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** How many remarks of the last return speak of a section; none once it was handed in again. */
function remarksOn({ report }: Draft, code: string): number {
  return report.state === "returned" ? report.remarks.filter((one) => one.section === code).length : 0;
}

/** The words for how far a section is. */
export function useSectionWords(): Record<SectionState, string> {
  const { t } = useTranslation();
  return {
    todo: t("part.sectionTodo"),
    doing: t("part.sectionDoing"),
    done: t("part.sectionDone"),
    nil: t("part.sectionNil"),
  };
}
