import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { type Day, daysBetween } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { CalendarLeaf } from "@/shared/ui/CalendarLeaf/CalendarLeaf";
import { Link } from "@/shared/ui/Link/Link";
import { toRound } from "./links";
import classes from "./Upcoming.module.css";

/** Something that falls due on a day. */
export type Event = components["schemas"]["UpcomingEvent"];

const soon = 3; // days

/** What falls due within the next 14 days, as leaves of a calendar. */
export function Upcoming({ events, today }: { events: Event[]; today: Day }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="upcoming">
      <h2 id="upcoming" className={classes.title}>
        {t("home.upcoming")}
      </h2>
      {events.length === 0 ? (
        <p className="cap">{t("home.noneUpcoming")}</p>
      ) : (
        <ul className={classes.list}>
          {events.map((event) => (
            <li key={`${event.kind}${event.id}`} className={classes.event}>
              <CalendarLeaf small day={event.on} standing={standingOf(event, today)} />
              <div>
                <p className={classes.what}>
                  <Link to={toEvent(event)}>
                    <EventTitle event={event} />
                  </Link>
                </p>
                <p className="cap">{t(`home.event_${event.kind}`, { count: event.open })}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** «Xã Phổ Cường gửi lại Báo cáo năm 2024», «Báo cáo năm 2024», «1. Tham gia Hội nghị …» */
export function EventTitle({ event }: { event: Event }) {
  const { t } = useTranslation();
  if (event.kind === "resubmission") return t("home.resubmits", { agency: event.agency, title: event.title });
  return event.ordinal === null ? event.title : `${event.ordinal}. ${event.title}`;
}

/** Where an event's records are. */
export function toEvent(event: Event): string {
  if (event.kind === "round") return toRound(event.id, "open");
  return withFilters(paths.follow, {
    plan: event.plan_id,
    ...(event.kind === "resubmission" ? { cell: event.id } : {}),
  });
}

function standingOf(event: Event, today: Day) {
  if (event.kind === "resubmission") return "returned";
  return daysBetween(today, event.on) <= soon ? "due_soon" : undefined;
}
