import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { type Day, dayOf, daysBetween, dayText, shortMoment } from "@/shared/format";
import { paths } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import type { Standing } from "@/shared/ui/StateBadge/standing";
import classes from "./Panels.module.css";
import { toDecide } from "./links";
import type { Duty } from "./queries";

/** How many rows stand here; the rest is behind the link. */
const shown = 5;

/** What was handed in and waits for the focal point, the longest waiting first. */
export function ReviewPanel({
  waiting,
  today,
}: {
  waiting: components["schemas"]["WaitingDuties"];
  today: Day;
}) {
  const { t } = useTranslation();
  const columns: TableColumn<Duty>[] = [
    {
      key: "agency",
      head: t("home.agency"),
      phone: "title",
      cell: (duty) => (
        <>
          <b className={classes.agency}>{duty.agency}</b>
          {duty.kind === "assignment" && <span className={classes.under}>{duty.title}</span>}
        </>
      ),
    },
    {
      key: "received",
      head: t("home.received"),
      cell: (duty) => <span className={classes.nowrap}>{receivedText(duty, today)}</span>,
    },
    {
      key: "waited",
      head: t("home.waited"),
      cell: (duty) => {
        const since = duty.handed_in_at === null ? duty.updated_on : dayOf(duty.handed_in_at);
        const days = since === null ? "" : t("home.days", { count: daysBetween(since, today) });
        return <span className={classes.nowrap}>{days}</span>;
      },
    },
    {
      key: "standing",
      head: t("home.standing"),
      cell: (duty) => (
        <StateBadge standing={duty.standing as Standing} days={duty.days_late} variant="plain" short />
      ),
    },
    {
      key: "open",
      head: "",
      cell: (duty) => (
        <span className={classes.end}>
          <Button
            size="small"
            look={duty === waiting.items[0] ? "filled" : "outline"}
            to={toDecide(duty)}
            aria-label={t(duty === waiting.items[0] ? "home.beginWith" : "home.seeOf", {
              agency: duty.agency,
            })}
          >
            {t(duty === waiting.items[0] ? "home.begin" : "home.see")}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Panel
      flush
      title={t("home.waiting")}
      note={t("home.oldestFirst")}
      end={
        waiting.count > shown && (
          <Link to={paths.review}>{t("home.allWaiting", { count: waiting.count })}</Link>
        )
      }
    >
      <DataTable
        label={t("home.waiting")}
        columns={columns}
        rows={waiting.items.slice(0, shown)}
        keyOf={(duty) => duty.id}
        empty={<p className={classes.none}>{t("home.noneWaiting")}</p>}
      />
    </Panel>
  );
}

function receivedText(duty: Duty, today: Day): string {
  if (duty.handed_in_at !== null) return shortMoment(duty.handed_in_at, today);
  return duty.updated_on === null ? "" : dayText(duty.updated_on);
}
