import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { paths, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { toFollowed } from "./links";
import classes from "./Panels.module.css";
import type { Duty } from "./queries";

/** How many rows stand here; the rest is behind the link. */
const shown = 5;

/** Who is late with what, the longest overdue first; each opens in the matrix, with how to reach the agency. */
export function LatePanel({ red }: { red: components["schemas"]["WaitingDuties"] }) {
  const { t } = useTranslation();
  const columns: TableColumn<Duty>[] = [
    {
      key: "agency",
      head: t("home.agency"),
      phone: "title",
      cell: (duty) => <b className={classes.agency}>{duty.agency}</b>,
    },
    { key: "what", head: t("home.what"), cell: (duty) => duty.title },
    {
      key: "standing",
      head: t("home.state"),
      cell: (duty) => <StateBadge standing="overdue" days={duty.days_late} variant="plain" />,
    },
    {
      key: "open",
      head: "",
      cell: (duty) => (
        <span className={classes.end}>
          <Button
            size="small"
            to={toFollowed(duty)}
            aria-label={t("home.contactOf", { agency: duty.agency })}
          >
            {t("home.contact")}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Panel
      flush
      title={t("home.late")}
      note={red.count > 0 && t("home.lateOf", { count: red.count, agencies: red.agencies })}
      end={
        red.count > shown && (
          <Link to={withFilters(paths.follow, { show: "overdue" })}>
            {t("home.allLate", { count: red.count })}
          </Link>
        )
      }
    >
      <DataTable
        label={t("home.late")}
        columns={columns}
        rows={red.items.slice(0, shown)}
        keyOf={(duty) => duty.id}
        empty={<p className={classes.none}>{t("home.noneLate")}</p>}
      />
    </Panel>
  );
}
