import { IconQuote } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Day } from "../../format";
import { CalendarLeaf } from "../CalendarLeaf/CalendarLeaf";
import { type SectionState, SectionProgress } from "../SectionProgress/SectionProgress";
import { StateBadge } from "../StateBadge/StateBadge";
import type { Standing } from "../StateBadge/standing";
import classes from "./DutyCard.module.css";

interface DutyCardProps {
  title: string;
  standing: Standing;
  days?: number | undefined;
  /** The last good day; without one no leaf is shown. */
  day?: Day | null;
  /** What remains: «còn 3 ngày». */
  remaining?: string;
  /** The rest of that line: «trước ngày 10/11/2024». */
  until?: ReactNode;
  /** The reviewer's words on what was returned, and who and when. */
  quote?: { words: string; by: string } | undefined;
  sections?: SectionState[] | undefined;
  /** Under the panes: «Xong 4/7 phần.» */
  note?: ReactNode;
  /** One button. */
  action: ReactNode;
}

/** One thing due: what, until when, what remains, one button. */
export function DutyCard(props: DutyCardProps) {
  const { title, standing, days, day, remaining, until, quote, sections, note, action } = props;
  return (
    <article className={classes.root}>
      <div className={classes.row}>
        {day !== undefined && day !== null && <CalendarLeaf day={day} standing={standing} />}
        <div className={classes.words}>
          <StateBadge standing={standing} days={days} />
          <h2 className={classes.title}>{title}</h2>
          {(remaining !== undefined || until !== undefined) && (
            <p className={classes.when}>
              {remaining !== undefined && <b>{remaining}</b>}
              {remaining !== undefined && until !== undefined && ", "}
              {until}
            </p>
          )}
        </div>
      </div>
      {quote !== undefined && (
        <blockquote className={classes.quote}>
          <IconQuote size={18} stroke={1.75} aria-hidden />
          <p>
            {quote.words} <span className={classes.by}>{quote.by}</span>
          </p>
        </blockquote>
      )}
      {sections !== undefined && (
        <div className={classes.progress}>
          <SectionProgress sections={sections} />
        </div>
      )}
      {note !== undefined && <p className={classes.note}>{note}</p>}
      <div className={classes.action}>{action}</div>
    </article>
  );
}
