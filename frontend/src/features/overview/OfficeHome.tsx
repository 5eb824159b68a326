import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { longDay } from "@/shared/format";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { LatePanel } from "./LatePanel";
import { OfficeTitle } from "./OfficeTitle";
import classes from "./OfficeHome.module.css";
import { OwnWork } from "./OwnWork";
import { overviewQuery } from "./queries";
import { ReviewPanel } from "./ReviewPanel";
import { RoundPanel } from "./RoundPanel";
import { currentRound } from "./rounds";
import { TasksPanel } from "./TasksPanel";
import { Upcoming } from "./Upcoming";

/** The home of the focal point: what waits for it, who is late, how the round and the tasks stand, what comes. */
export function OfficeHome() {
  const { t } = useTranslation();
  const { data: home } = useSuspenseQuery(overviewQuery);
  const round = currentRound(home.rounds, home.as_of);
  return (
    <>
      <PageHeader
        home
        caption={longDay(home.today)}
        title={<OfficeTitle home={home} round={round} />}
        plain={t("layout.today")}
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          <ReviewPanel waiting={home.review} today={home.today} />
          <LatePanel red={home.red} />
          <Upcoming events={home.upcoming} today={home.today} />
        </div>
        <div className={classes.side}>
          {round !== undefined && <RoundPanel round={round} />}
          <TasksPanel tasks={home.tasks} today={home.today} />
          <OwnWork duties={[...home.todo, ...home.continuous]} />
        </div>
      </div>
    </>
  );
}
