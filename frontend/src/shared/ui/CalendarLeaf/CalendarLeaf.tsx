import { useTranslation } from "react-i18next";
import { type Day, weekday } from "../../format";
import { looks, type Standing } from "../StateBadge/standing";
import classes from "./CalendarLeaf.module.css";

interface CalendarLeafProps {
  /** The last day on which the duty is still on time (lastGoodDay). */
  day: Day;
  /** Colours the weekday: sắp đến hạn, quá hạn, đang trả lại. */
  standing?: Standing | undefined;
  /** A little smaller, for lists. */
  small?: boolean;
}

/** A leaf torn off a block calendar: the last good day, so that nobody counts wrong. */
export function CalendarLeaf({ day, standing, small }: CalendarLeafProps) {
  const { t } = useTranslation();
  const [, month = "", date = ""] = day.split("-");
  return (
    <time
      className={classes.root}
      dateTime={day}
      data-look={standing === undefined ? undefined : looks[standing]}
      data-small={small === true || undefined}
    >
      <span className={classes.weekday}>{weekday(day)}</span>
      <span className={classes.date}>{Number(date)}</span>
      <span className={classes.month}>{t("time.month", { month: Number(month) })}</span>
    </time>
  );
}
