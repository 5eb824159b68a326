import { useTranslation } from "react-i18next";
import { before } from "@/shared/format";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import { SaltField } from "@/shared/ui/SaltField/SaltField";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { TextWithCounts } from "@/shared/ui/TextWithCounts/TextWithCounts";
import { toRound } from "./links";
import classes from "./Panels.module.css";
import { handedIn, owing, type RoundGlance } from "./rounds";

/** The round as a salt field: how many handed in, every agency's pane unless they are too many, and how far the consolidated report is. */
export function RoundPanel({ round }: { round: RoundGlance }) {
  const { t } = useTranslation();
  const { counts } = round;
  const state = round.consolidated_state;
  return (
    <Panel title={<Link to={toRound(round.id)}>{round.title}</Link>}>
      <p className={classes.figure}>
        <Link to={toRound(round.id)}>
          {handedIn(counts)}/{owing(counts)}
        </Link>{" "}
        <span>{t("home.in")}</span>
      </p>
      <p className="cap">
        {t("home.due", { before: before(round.due_before) })}
        {counts.exempted > 0 && `, ${t("home.exempted", { count: counts.exempted })}`}
      </p>
      {round.agencies.length > 0 && (
        <SaltField
          groups={(["communes", "others"] as const).map((group) => ({
            name: t(`home.${group}`),
            panes: round.agencies
              .filter((one) => one.group === group)
              .map((one) => ({
                key: one.report_id,
                name: one.agency,
                standing: one.standing,
                sign: one.state === "returned" ? ("returned" as const) : undefined,
                days: one.days_late || undefined,
                to: withFilters(paths.follow, { plan: round.plan_id, cell: one.report_id }),
              })),
          }))}
          toStanding={(standing) => toRound(round.id, standing)}
        />
      )}
      {counts.returned > 0 && (
        <p className={classes.returned}>
          <TextWithCounts
            i18nKey="home.returnedNow"
            values={{ count: counts.returned }}
            links={{ returned: toRound(round.id, "returned") }}
          />{" "}
          <StateBadge standing="returned" variant="glyph" />
        </p>
      )}
      <div className={classes.foot}>
        <Button to={pathTo(paths.consolidation, { id: round.id })}>
          {t(state === null ? "home.consolidate" : "home.toConsolidated")}
        </Button>
        {state !== null && (
          <span className="cap">
            {t(`home.consolidated_${state as "draft" | "submitted" | "returned" | "approved"}`)}
          </span>
        )}
      </div>
    </Panel>
  );
}
