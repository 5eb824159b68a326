import { useTranslation } from "react-i18next";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import type { Consolidation, Handing, Section } from "./report";
import classes from "./Absent.module.css";

interface AbsentProps {
  section: Section;
  consolidation: Consolidation;
  planId: string;
}

/** The agencies of a section whose words are not here, and why: missing, waiting for review, returned. */
export function Absent({ section, consolidation, planId }: AbsentProps) {
  const { t } = useTranslation();
  const absent = section.without.flatMap(({ agency_id }) =>
    consolidation.agencies.filter((one) => one.agency_id === agency_id),
  );
  if (absent.length === 0) return null;
  return (
    <section className={classes.root} aria-labelledby="absent">
      <h3 id="absent">{t("consolidation.absent", { count: absent.length })}</h3>
      <ul>
        {absent.map((one) => (
          <li key={one.agency_id}>
            <span className={classes.name}>{one.agency}</span>
            <Why handing={one} />
            <Link to={toOf(one)}>
              {t(one.state === "submitted" ? "consolidation.review" : "consolidation.follow")}
              <span className="sr"> {one.agency}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );

  function toOf(one: Handing): string {
    return one.state === "submitted"
      ? pathTo(paths.reviewReport, { id: one.report_id })
      : withFilters(paths.follow, { plan: planId, cell: `${one.agency_id}.${consolidation.round_id}` });
  }
}

function Why({ handing }: { handing: Handing }) {
  const { t } = useTranslation();
  if (handing.state === "submitted")
    return <StateBadge standing="awaiting">{t("consolidation.awaiting")}</StateBadge>;
  if (handing.state === "returned") return <StateBadge standing="returned" />;
  return <StateBadge standing={handing.standing} days={handing.days_late || undefined} />;
}
