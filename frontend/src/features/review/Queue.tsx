import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/access";
import { dayOf, dayText } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DataTable } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Panel } from "@/shared/ui/Panel/Panel";
import { AcceptMany } from "./AcceptMany";
import { queueQuery } from "./queries";
import { useQueueColumns } from "./queueColumns";

/** The reports that wait for review, the longest waiting first; several can be accepted at once. */
export function Queue() {
  const { t } = useTranslation();
  const mayReview = useMay("report:review");
  const { data } = useSuspenseQuery(queueQuery);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const waiting = data;
  const first = waiting[0];
  const since = first?.submitted_at ?? null;
  const columns = useQueueColumns(waiting, chosen, mayReview ? setChosen : null);
  return (
    <>
      <PageHeader
        title={t("review.title")}
        sentence={
          since === null
            ? undefined
            : t("review.sentence", { count: waiting.length, day: dayText(dayOf(since)) })
        }
        actions={
          first !== undefined && (
            <Button look="filled" to={pathTo(paths.reviewReport, { id: first.id })}>
              {t("review.begin")}
            </Button>
          )
        }
      />
      <Panel flush>
        <DataTable
          label={t("review.title")}
          columns={columns}
          rows={waiting}
          keyOf={(report) => report.id}
          empty={
            <EmptyState
              title={t("review.emptyTitle")}
              why={t("review.empty")}
              action={<Button to={paths.follow}>{t("review.toFollow")}</Button>}
            />
          }
        />
      </Panel>
      <AcceptMany
        reports={waiting.filter((report) => chosen.has(report.id))}
        onClear={() => setChosen(new Set())}
      />
    </>
  );
}
