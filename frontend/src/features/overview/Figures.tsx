import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { percent } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import classes from "./Figures.module.css";
import { toRound } from "./links";
import { handedIn, inTime, isComing, owing, type RoundGlance } from "./rounds";

interface FiguresProps {
  home: components["schemas"]["Overview"];
  round: RoundGlance | undefined;
}

/** The year in four figures; each leads to its records. */
export function Figures({ home, round }: FiguresProps) {
  const { t } = useTranslation();
  const { tasks } = home;
  const coming = round !== undefined && isComing(round, home.as_of);
  const figures = [
    round !== undefined && {
      name: t(coming ? "home.figureIn" : "home.figureTimely", { round: round.title }),
      text: `${coming ? handedIn(round.counts) : inTime(round.counts)}/${owing(round.counts)}`,
      unit: t("home.agencies"),
      note: coming || round.counts.rate === null ? "" : percent(round.counts.rate, 1),
      to: toRound(round.id, coming ? undefined : "on_time"),
    },
    tasks.total > 0 && {
      name: t("home.onSchedule"),
      text: `${tasks.on_schedule}/${tasks.total}`,
      unit: t("home.tasksUnit"),
      note: tasks.behind.length === 0 ? "" : t("home.behindShort", { tasks: tasks.behind.join(", ") }),
      to: withFilters(paths.follow, { show: "overdue" }),
    },
    tasks.dated > 0 && {
      name: t("home.datedDone"),
      text: `${tasks.dated_done}/${tasks.dated}`,
      unit: t("home.tasksUnit"),
      note: "",
      to: paths.follow,
    },
    tasks.undated > 0 && {
      name: t("home.active"),
      text: `${tasks.active}/${tasks.undated}`,
      unit: t("home.tasksUnit"),
      note: "",
      to: paths.follow,
    },
  ].filter((figure) => figure !== false);
  if (figures.length === 0) return null;
  return (
    <dl className={classes.root}>
      {figures.map(({ name, text, unit, note, to }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Link to={to} aria-label={`${name}: ${text} ${unit}`}>
              {text}
            </Link>{" "}
            <span>{unit}</span>
            {note !== "" && <p>{note}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
