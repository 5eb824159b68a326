import { useSuspenseQuery } from "@tanstack/react-query";
import { IconClock, IconPrinter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/shared/access";
import { moment } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { Decisions } from "./Decisions";
import { Figures } from "./Figures";
import { GroupSentence } from "./GroupSentence";
import classes from "./LeaderHome.module.css";
import { NextDays } from "./NextDays";
import { overviewQuery } from "./queries";
import { RedList } from "./RedList";
import { currentRound } from "./rounds";

/** The leader's one page, which prints on one A4: sentences first, then what waits for a decision, what is red, what comes. */
export function LeaderHome() {
  const { t } = useTranslation();
  const { data: home } = useSuspenseQuery(overviewQuery);
  const scope = useMe().scope.name;
  const round = currentRound(home.rounds, home.as_of);
  const [first, ...others] = round?.groups.filter((group) => group.counts.owing > 0) ?? [];
  return (
    <div className={classes.root}>
      <title>{`${t("layout.today")} | ${t("common.appName")}`}</title>
      <header className={classes.head}>
        <div className={classes.caption}>
          <p>{t("home.leaderCaption", { year: home.today.slice(0, 4), scope })}</p>
          <p className={classes.asOf}>
            <IconClock size={16} stroke={1.75} aria-hidden />
            {t("home.asOf", { moment: moment(home.as_of) })}
          </p>
          <span className={classes.print}>
            <Button icon={<IconPrinter size={18} stroke={1.75} aria-hidden />} onClick={() => window.print()}>
              {t("home.print")}
            </Button>
          </span>
        </div>
        <h1 className={classes.sentence}>
          {round === undefined || first === undefined ? (
            t("home.noRound")
          ) : (
            <GroupSentence round={round} group={first} asOf={home.as_of} today={home.today} />
          )}
        </h1>
        {round !== undefined &&
          others.map((group) => (
            <p key={group.group} className={classes.second}>
              {t("home.groupName", { group: t(`home.${group.group}_long`) })}{" "}
              <GroupSentence round={round} group={group} asOf={home.as_of} today={home.today} short />
            </p>
          ))}
      </header>
      <Figures home={home} round={round} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Decisions duties={home.decisions} />
          <RedList red={home.red} />
        </div>
        <NextDays events={home.upcoming} />
      </div>
    </div>
  );
}
