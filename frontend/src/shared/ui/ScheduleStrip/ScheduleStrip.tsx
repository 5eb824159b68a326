import { useTranslation } from "react-i18next";
import { type Day, quarterText } from "../../format";
import { quartersOf } from "./quarters";
import classes from "./ScheduleStrip.module.css";

interface ScheduleStripProps {
  /** The plan's year. */
  year: number;
  /** First and last day of the schedule; null is open at that end, both null: not said. */
  startsOn: Day | null;
  endsOn: Day | null;
  /** The word beneath: «Quý II, III», «Thường xuyên». */
  words: string;
}

/** When a task is done: four panes for the quarters, filled where planned, the word beneath. */
export function ScheduleStrip({ year, startsOn, endsOn, words }: ScheduleStripProps) {
  const { t } = useTranslation();
  const filled = quartersOf(year, startsOn, endsOn);
  return (
    <div>
      <div className={classes.panes} aria-hidden>
        {[1, 2, 3, 4].map((quarter) => (
          <span key={quarter} className={classes.pane} data-filled={filled.includes(quarter) || undefined}>
            {quarterText(quarter)}
          </span>
        ))}
      </div>
      <span className="sr">
        {filled.length > 0 && `${t("time.quarter", { list: filled.map(quarterText).join(", ") })}: `}
      </span>
      <span className="cap">{words}</span>
    </div>
  );
}
