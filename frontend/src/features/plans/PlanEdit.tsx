import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { problemOf } from "@/shared/api/problem";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { goTo } from "@/shared/ui/Link/follow";
import { BasesPart } from "./BasesPart";
import { DutiesPart } from "./DutiesPart";
import type { Edited } from "./edited";
import { EndPart } from "./EndPart";
import { blankDays, HeadPart } from "./HeadPart";
import { Overtaken } from "./Overtaken";
import type { Known } from "./PartiesField";
import { draftOf, type Plan, type PlanDraft } from "./plan";
import classes from "./PlanEdit.module.css";
import { agenciesQuery, groupsQuery, useKeepPlan } from "./queries";
import { ReportingPart } from "./ReportingPart";
import { TasksPart } from "./TasksPart";

/** A draft, whole, to be edited: kept on this device while one types, and on the server when saved. */
export function PlanEdit({ plan, draft }: { plan?: Plan; draft: PlanDraft }) {
  const { t } = useTranslation();
  const { data: agencies } = useSuspenseQuery(agenciesQuery(useToday()));
  const { data: groups } = useSuspenseQuery(groupsQuery);
  const keep = useKeepPlan();
  const name = plan === undefined ? "plan/new" : `plan/${plan.id}`;
  const { values, set, reset, bind, forget, kept } = useKeptFields<Edited>(name, {
    ...draft,
    base: plan?.version ?? null,
  });
  const overtaken = keep.error !== null && problemOf(keep.error).status === 412;
  const known: Known = { agencies, groups };
  const fields = { values, set, bind };
  const save = ({ base, ...edited }: Edited) =>
    keep.mutate(
      plan === undefined || base === null
        ? { draft: edited }
        : { plan: { id: plan.id, version: base }, draft: edited },
      {
        onSuccess: (saved) => {
          forget();
          goTo(pathTo(paths.plan, { id: saved.id }), { replace: true });
        },
      },
    );
  return (
    <ProblemForm
      className={classes.root}
      problem={overtaken ? null : keep.error}
      busy={keep.isPending}
      check={() => blankDays(values.period).map((pointer) => ({ pointer, words: t("plan.periodHalf") }))}
      onSubmit={() => save(values)}
    >
      <HeadPart {...fields} />
      <BasesPart {...fields} />
      <TasksPart {...fields} known={known} />
      <DutiesPart {...fields} known={known} />
      <ReportingPart {...fields} known={known} />
      <EndPart {...fields} />
      <div className={classes.bar}>
        <span className="cap" role="status">
          {kept ? t("plan.keptHere") : ""}
        </span>
        <Button to={plan === undefined ? paths.plans : pathTo(paths.plan, { id: plan.id })}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" look="filled" busy={keep.isPending}>
          {t("plan.save")}
        </Button>
      </div>
      {overtaken && plan !== undefined && (
        <Overtaken
          id={plan.id}
          onMine={(now) => {
            set("base", now.version);
            save({ ...values, base: now.version });
          }}
          onTheirs={(now) => {
            keep.reset();
            forget();
            reset({ ...draftOf(now), base: now.version });
          }}
          onClose={keep.reset}
        />
      )}
    </ProblemForm>
  );
}
