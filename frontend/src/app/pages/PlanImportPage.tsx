import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ImportFlow } from "@/features/planImport/ImportFlow";
import { ImportStart } from "@/features/planImport/ImportStart";
import type { Draft, Reading } from "@/features/planImport/reading";
import { agenciesQuery, groupsQuery, useKeepPlan } from "@/features/plans/queries";
import { openGroups, Settling } from "@/features/plans/Settling";
import { useToday } from "@/shared/access";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { paths, pathTo } from "@/shared/paths";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { goTo } from "@/shared/ui/Link/follow";
import { Page } from "@/shared/ui/Page/Page";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";

interface Read {
  name: string;
  reading: Reading;
  draft: Draft;
}

/** The official document comes in: read, compared sentence by sentence, settled (on this device until then), kept as a draft. */
export default function PlanImportPage() {
  const { t } = useTranslation();
  const {
    values: { read },
    set,
    forget,
  } = useKeptFields<{ read: Read | null }>("plan/import", { read: null });
  const { data: agencies } = useSuspenseQuery(agenciesQuery(useToday()));
  const { data: groups } = useSuspenseQuery(groupsQuery);
  const keep = useKeepPlan();
  const suggestions = useMemo(
    () => new Map(read?.reading.unmatched.map((one) => [one.agency, one.suggestions]) ?? []),
    [read?.reading],
  );
  if (read === null)
    return (
      <Page width="text">
        <PageHeader
          caption={t("planImport.step", { n: 1 })}
          title={t("planImport.start")}
          sentence={t("planImport.startWhy")}
        />
        <ImportStart onRead={(reading, name) => set("read", { name, reading, draft: reading.plan })} />
      </Page>
    );
  const { draft, reading, name } = read;
  const waiting = new Set(
    openGroups(draft, groups)
      .filter(({ settled }) => !settled)
      .map(({ group }) => group.id),
  );
  return (
    <Page>
      <PageHeader
        caption={t("planImport.of", { name })}
        title={t("planImport.compare")}
        sentence={t("planImport.found", {
          tasks: draft.tasks.length,
          bases: draft.legal_bases.length,
          duties: draft.responsibilities.length,
          reporting: draft.reporting.length,
        })}
      />
      {keep.error !== null && <ErrorSummary lines={[{ words: wordsOf(problemOf(keep.error)) }]} />}
      <ImportFlow
        reading={reading}
        draft={draft}
        waiting={waiting}
        busy={keep.isPending}
        onAgain={forget}
        onKeep={() =>
          keep.mutate(
            { draft },
            {
              onSuccess: (plan) => {
                forget();
                goTo(pathTo(paths.plan, { id: plan.id }), { replace: true });
              },
            },
          )
        }
        settling={
          <Settling
            draft={draft}
            agencies={agencies}
            groups={groups}
            suggestions={suggestions}
            onChange={(next) => set("read", { ...read, draft: next })}
          />
        }
      />
    </Page>
  );
}
