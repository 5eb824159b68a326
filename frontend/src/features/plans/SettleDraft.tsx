import { useSuspenseQuery } from "@tanstack/react-query";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { useToday } from "@/shared/access";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { Panel } from "@/shared/ui/Panel/Panel";
import { draftOf, type Plan, unknownNames } from "./plan";
import { agenciesQuery, groupsQuery, useKeepPlan } from "./queries";
import { openGroups, Settling } from "./Settling";

/** What is still to be settled in a kept draft before it can be issued; each choice is kept at once. */
export function SettleDraft({ plan }: { plan: Plan }) {
  const { data: agencies } = useSuspenseQuery(agenciesQuery(useToday()));
  const { data: groups } = useSuspenseQuery(groupsQuery);
  const keep = useKeepPlan();
  const draft = draftOf(plan);
  if (unknownNames(draft).length === 0 && openGroups(draft, groups).length === 0) return null;
  return (
    <Panel>
      {keep.error !== null && <ErrorSummary lines={[{ words: wordsOf(problemOf(keep.error)) }]} />}
      <Settling
        draft={draft}
        agencies={agencies}
        groups={groups}
        busy={keep.isPending}
        onChange={(next) => keep.mutate({ plan, draft: next })}
      />
    </Panel>
  );
}
