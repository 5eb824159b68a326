import { useTranslation } from "react-i18next";
import { dayText, weekday } from "@/shared/format";
import { Link } from "@/shared/ui/Link/Link";
import classes from "./LeaderLists.module.css";
import { type Event, EventTitle, toEvent } from "./Upcoming";

/** The next 14 days as a list: the day, what falls due, how many still owe it. */
export function NextDays({ events }: { events: Event[] }) {
  const { t } = useTranslation();
  return (
    <section className={classes.days} aria-labelledby="next-days">
      <h2 id="next-days" className={classes.title}>
        {t("home.upcoming")}
      </h2>
      {events.length === 0 && <p className="cap">{t("home.noneUpcoming")}</p>}
      <ul>
        {events.map((event) => (
          <li key={`${event.kind}${event.id}`}>
            <div>
              <b>{dayText(event.on).slice(0, 5)}</b>
              <span className="cap">{weekday(event.on)}</span>
            </div>
            <div>
              <Link to={toEvent(event)}>
                <EventTitle event={event} />
              </Link>
              <p className="cap">{t(`home.event_${event.kind}`, { count: event.open })}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
