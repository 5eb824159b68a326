import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { before } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Begin } from "./Begin";
import { consolidationQuery, roundQuery } from "./queries";
import { Workbench } from "./Workbench";

interface ConsolidationProps {
  roundId: string;
  /** The section or part of narrative that the address names. */
  section: string | undefined;
  /** Which of the three columns a narrow screen shows. */
  view: string | undefined;
  setFilters: (change: Record<string, string | undefined>, how?: { replace: boolean }) => void;
}

/** A round's reports put together into the official report: begun by the culture office, then written and decided. */
export function Consolidation({ roundId, section, view, setFilters }: ConsolidationProps) {
  const { t } = useTranslation();
  const { data: round } = useSuspenseQuery(roundQuery(roundId));
  const { data: consolidation } = useSuspenseQuery(consolidationQuery(roundId));
  if (consolidation.report_id !== null)
    return (
      <Workbench
        round={round}
        consolidation={consolidation}
        reportId={consolidation.report_id}
        section={section}
        view={view}
        setFilters={setFilters}
      />
    );
  return (
    <Page>
      <PageHeader
        caption={<Link to={pathTo(paths.round, { id: roundId })}>{round.title}</Link>}
        title={t("consolidation.title")}
        sentence={t("consolidation.due", { before: before(round.due_before) })}
      />
      {round.allowed_actions.includes("consolidate") ? (
        <Begin round={roundId} consolidation={consolidation} />
      ) : (
        <EmptyState title={t("consolidation.notBegunTitle")} why={t("consolidation.notBegun")} />
      )}
    </Page>
  );
}
