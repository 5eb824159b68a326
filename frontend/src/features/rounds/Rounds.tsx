import { useSuspenseQuery } from "@tanstack/react-query";
import { IconLock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { before, percent } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";
import { handedIn } from "./counts";
import { type Round, roundsQuery } from "./queries";
import classes from "./Rounds.module.css";

/** The report rounds, each with how many handed in, the rate, who is missing and what waits. */
export function Rounds() {
  const { t } = useTranslation();
  const { data } = useSuspenseQuery(roundsQuery);
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t("round.listTitle")}
        actions={<Button to={paths.review}>{t("round.toReview")}</Button>}
      />
      <Panel flush>
        <DataTable
          label={t("round.listTitle")}
          columns={columns}
          rows={[...data].sort((a, b) => b.due_before.localeCompare(a.due_before))}
          keyOf={(round) => round.id}
          empty={<EmptyState title={t("round.emptyTitle")} why={t("round.empty")} />}
        />
      </Panel>
    </>
  );
}

function useColumns(): TableColumn<Round>[] {
  const { t } = useTranslation();
  return [
    {
      key: "title",
      head: t("round.round"),
      phone: "title",
      cell: (round) => (
        <span className={classes.title}>
          <Link to={pathTo(paths.round, { id: round.id })}>{round.title}</Link>
          {round.state === "locked" && (
            <span className={classes.locked}>
              <IconLock size={14} stroke={1.75} aria-hidden />
              {t("round.locked")}
            </span>
          )}
        </span>
      ),
    },
    { key: "due", head: t("round.due"), cell: (round) => before(round.due_before) },
    {
      key: "handedIn",
      head: t("round.handedIn"),
      figures: true,
      cell: ({ counts }) => counts && `${handedIn(counts)}/${counts.owing - counts.exempted}`,
    },
    {
      key: "rate",
      head: t("round.rate"),
      figures: true,
      cell: ({ counts }) => (counts?.rate === null || counts === null ? "" : percent(counts.rate, 1)),
    },
    { key: "missing", head: t("round.missing"), figures: true, cell: ({ counts }) => counts?.missing },
    { key: "awaiting", head: t("round.awaiting"), figures: true, cell: ({ counts }) => counts?.awaiting },
  ];
}
