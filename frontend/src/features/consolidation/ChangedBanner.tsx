import { IconRefreshAlert } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { listText } from "@/shared/format";
import { withFilters } from "@/shared/paths";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { type Fields, mergedIn, type Write } from "./draft/fields";
import type { ChangedSource } from "./report";

interface ChangedBannerProps {
  changes: ChangedSource[];
  /** The figures are as they were when the report was handed in. */
  frozen: boolean;
  here: string;
  onWrite: Write | null;
}

/** Says that texts changed since they were merged, and leads to the first of them. */
export function ChangedBanner({ changes, frozen, here, onWrite }: ChangedBannerProps) {
  const { t } = useTranslation();
  const first = changes[0];
  if (first === undefined) return null;
  const agencies = listText([...new Set(changes.map((change) => change.agency))]);
  const sections = listText([...new Set(changes.map((change) => change.section))]);
  const accepted = changes.filter((change) => change.state === "accepted");
  return (
    <Banner
      live
      icon={<IconRefreshAlert size={20} stroke={1.75} aria-hidden />}
      actions={
        <>
          <Link to={withFilters(here, { section: first.section, view: "texts" })}>
            {t("consolidation.seeChange")}
          </Link>
          {onWrite !== null && accepted.length > 0 && (
            <Button size="small" onClick={() => onWrite((now) => seen(now, accepted))}>
              {t("consolidation.changeSeen")}
            </Button>
          )}
        </>
      }
    >
      <b>{t("consolidation.changedAgencies", { agencies })}</b>{" "}
      {t(frozen ? "consolidation.changedFrozen" : "consolidation.changedSections", { sections })}
    </Banner>
  );
}

/** The text stays as it is written; its sources count as those of the newest handing-in. */
function seen(fields: Fields, changes: ChangedSource[]): Fields {
  const next: Fields = {};
  for (const change of changes) {
    const place = `merged/${change.section}`;
    const sources = mergedIn({ ...fields, ...next }, change.section);
    next[place] = sources.map((source) =>
      source.report_id === change.report_id ? { ...source, revision: change.revision } : source,
    );
  }
  return next;
}
