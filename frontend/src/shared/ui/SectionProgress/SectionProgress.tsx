import { useTranslation } from "react-i18next";
import classes from "./SectionProgress.module.css";

/** How far one section is: not begun, begun, done, or nothing to report. */
export type SectionState = "todo" | "doing" | "done" | "nil";

interface SectionProgressProps {
  sections: SectionState[];
  /** Which pane is before one now; marks it for the eye, not only by its place. */
  at?: number;
}

/** One pane a section, never a percentage; hatched is «không phát sinh». */
export function SectionProgress({ sections, at }: SectionProgressProps) {
  const { t } = useTranslation();
  const done = sections.filter((state) => state === "done" || state === "nil").length;
  return (
    <div
      className={classes.root}
      role="img"
      aria-label={t("part.sectionsDone", { done, all: sections.length })}
      style={{ gridTemplateColumns: `repeat(${sections.length}, minmax(0, 1fr))` }}
    >
      {sections.map((state, index) => (
        // A section has no identity here but its place.
        <span key={index} className={classes.pane} data-state={state} data-at={index === at || undefined} />
      ))}
    </div>
  );
}
