import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { problemOf } from "@/shared/api/problem";
import { startOf } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useKeptFields } from "@/shared/ui/Form/keptFields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { goTo } from "@/shared/ui/Link/follow";
import { Panel } from "@/shared/ui/Panel/Panel";
import { LinesField } from "./LinesField";
import { PartiesField, type Known } from "./PartiesField";
import classes from "./PlanEdit.module.css";
import { Overtaken } from "./Overtaken";
import { draftOf, type Plan, type PlanDraft } from "./plan";
import { agenciesQuery, groupsQuery, useKeepPlan } from "./queries";
import { TaskEditor } from "./TaskEditor";
import { YearField } from "./YearField";

/** What is typed, and the version of the plan that it began from; none for a new plan. */
type Edited = PlanDraft & { base: number | null };

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
  const put = <T,>(list: T[], i: number, next: T) => list.map((one, j) => (i === j ? next : one));
  return (
    <ProblemForm
      className={classes.root}
      problem={overtaken ? null : keep.error}
      busy={keep.isPending}
      check={() => blankDays(values.period).map((pointer) => ({ pointer, words: t("plan.periodHalf") }))}
      onSubmit={() => save(values)}
    >
      <Panel title={t("plan.part.head")}>
        <div className={classes.fields}>
          <TextArea label={t("plan.title")} rows={2} {...bind("title")} />
          <div className={classes.row}>
            <YearField {...bind("year")} />
            <DateField
              label={t("plan.startsOn")}
              name="period/starts_on"
              value={values.period?.starts_on ?? ""}
              onChange={(starts_on) => set("period", period(starts_on, values.period?.ends_on ?? starts_on))}
            />
            <DateField
              label={t("plan.endsOn")}
              name="period/ends_on"
              value={values.period?.ends_on ?? ""}
              onChange={(ends_on) => set("period", period(values.period?.starts_on ?? ends_on, ends_on))}
            />
          </div>
          <TextArea label={t("plan.opening")} rows={2} {...bind("opening")} />
          <LinesField label={t("plan.purposes")} {...bind("purposes")} />
          <LinesField label={t("plan.requirements")} {...bind("requirements")} />
        </div>
      </Panel>
      <Panel title={t("plan.part.bases")}>
        <div className={classes.fields}>
          {values.legal_bases.map((basis, i) => (
            <div key={i} className={classes.group}>
              <div className={classes.row}>
                <TextField
                  label={t("plan.number")}
                  name={`legal_bases/${i}/number`}
                  value={basis.number ?? ""}
                  onChange={(number) =>
                    set(
                      "legal_bases",
                      put(values.legal_bases, i, {
                        ...basis,
                        number: number === "" ? null : number,
                        text: "",
                      }),
                    )
                  }
                />
                <DateField
                  label={t("plan.issuedOn")}
                  name={`legal_bases/${i}/issued_on`}
                  value={basis.issued_on ?? ""}
                  onChange={(day) =>
                    set(
                      "legal_bases",
                      put(values.legal_bases, i, { ...basis, issued_on: day === "" ? null : day, text: "" }),
                    )
                  }
                />
              </div>
              <TextField
                label={t("plan.basisIssuer")}
                name={`legal_bases/${i}/issuer`}
                value={basis.issuer}
                onChange={(issuer) =>
                  set("legal_bases", put(values.legal_bases, i, { ...basis, issuer, text: "" }))
                }
              />
              <TextArea
                label={t("plan.subject")}
                rows={2}
                name={`legal_bases/${i}/subject`}
                value={basis.subject}
                onChange={(subject) =>
                  set("legal_bases", put(values.legal_bases, i, { ...basis, subject, text: "" }))
                }
              />
              <Button
                look="quiet"
                onClick={() =>
                  set(
                    "legal_bases",
                    values.legal_bases.filter((_, j) => j !== i),
                  )
                }
              >
                {t("plan.removeBasis", { n: i + 1 })}
              </Button>
            </div>
          ))}
          <Button
            onClick={() =>
              set("legal_bases", [
                ...values.legal_bases,
                { number: null, issued_on: null, issuer: "", subject: "", text: "" },
              ])
            }
          >
            {t("plan.addBasis")}
          </Button>
        </div>
      </Panel>
      <Panel title={t("plan.part.tasks")} note={values.tasks.length}>
        <div className={classes.fields}>
          {values.tasks.map((task, i) => (
            <TaskEditor
              key={task.id ?? i}
              at={`tasks/${i}`}
              task={task}
              known={known}
              onChange={(next) => set("tasks", put(values.tasks, i, next))}
              onRemove={() => set("tasks", renumbered(values.tasks.filter((_, j) => j !== i)))}
            />
          ))}
          <Button onClick={() => set("tasks", [...values.tasks, newTask(values.tasks.length + 1)])}>
            {t("plan.addTask")}
          </Button>
        </div>
      </Panel>
      <Panel title={t("plan.part.duties")}>
        <div className={classes.fields}>
          {values.responsibilities.map((one, i) => (
            <div key={i} className={classes.group}>
              <PartiesField
                label={t("plan.who")}
                name={`responsibilities/${i}/who`}
                value={one.who}
                known={known}
                onChange={(who) => set("responsibilities", put(values.responsibilities, i, { ...one, who }))}
              />
              <LinesField
                label={t("plan.duties")}
                name={`responsibilities/${i}/duties`}
                value={one.duties}
                onChange={(duties) =>
                  set("responsibilities", put(values.responsibilities, i, { ...one, duties }))
                }
              />
              <Button
                look="quiet"
                onClick={() =>
                  set(
                    "responsibilities",
                    values.responsibilities.filter((_, j) => j !== i),
                  )
                }
              >
                {t("plan.removeDuty", { n: i + 1 })}
              </Button>
            </div>
          ))}
          <Button
            onClick={() => set("responsibilities", [...values.responsibilities, { who: [], duties: [] }])}
          >
            {t("plan.addDuty")}
          </Button>
          <TextArea label={t("plan.funding")} rows={2} {...bind("funding")} />
        </div>
      </Panel>
      <Panel title={t("plan.part.reporting")}>
        <div className={classes.fields}>
          {values.reporting.map((one, i) => (
            <div key={i} className={classes.group}>
              <PartiesField
                label={t("plan.from")}
                name={`reporting/${i}/from`}
                value={one.from}
                known={known}
                onChange={(from) => set("reporting", put(values.reporting, i, { ...one, from }))}
              />
              <PartiesField
                label={t("plan.through")}
                name={`reporting/${i}/through`}
                value={one.through === null ? [] : [one.through]}
                known={{ agencies, groups: [] }}
                onChange={(list) =>
                  set("reporting", put(values.reporting, i, { ...one, through: list.at(-1) ?? null }))
                }
              />
              <DateField
                label={t("plan.dueBefore")}
                hint={t("plan.dueBeforeHint")}
                name={`reporting/${i}/due_before`}
                value={one.due_before?.slice(0, 10) ?? ""}
                onChange={(day) =>
                  set(
                    "reporting",
                    put(values.reporting, i, {
                      ...one,
                      due_before: day === "" ? null : startOf(day),
                    }),
                  )
                }
              />
              <TextField
                label={t("plan.deadlineWords")}
                name={`reporting/${i}/text`}
                value={one.text}
                onChange={(text) => set("reporting", put(values.reporting, i, { ...one, text }))}
              />
              <Button
                look="quiet"
                onClick={() =>
                  set(
                    "reporting",
                    values.reporting.filter((_, j) => j !== i),
                  )
                }
              >
                {t("plan.removeReporting", { n: i + 1 })}
              </Button>
            </div>
          ))}
          <Button
            onClick={() =>
              set("reporting", [
                ...values.reporting,
                { from: [], to: null, through: null, due_before: null, text: "", template_id: null },
              ])
            }
          >
            {t("plan.addReporting")}
          </Button>
        </div>
      </Panel>
      <Panel title={t("plan.part.end")}>
        <div className={classes.fields}>
          <TextArea label={t("plan.closing")} rows={2} {...bind("closing")} />
          <LinesField label={t("plan.recipients")} {...bind("recipients")} />
          <LinesField
            label={t("plan.signatureLines")}
            name="signature/lines"
            value={values.signature.lines}
            onChange={(lines) => set("signature", { ...values.signature, lines })}
          />
          <TextField
            label={t("plan.signer")}
            name="signature/name"
            value={values.signature.name}
            onChange={(signer) => set("signature", { ...values.signature, name: signer })}
          />
          <TextArea label={t("plan.ownNote")} hint={t("plan.ownNoteHint")} rows={2} {...bind("note")} />
        </div>
      </Panel>
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

/** From when to when; none when neither day is given. */
function period(starts_on: string, ends_on: string): PlanDraft["period"] {
  return starts_on === "" && ends_on === "" ? null : { starts_on, ends_on };
}

/** Where a day is missing while the other is given, as JSON pointers. */
function blankDays(period: PlanDraft["period"]): string[] {
  if (period?.starts_on === "") return ["/period/starts_on"];
  return period?.ends_on === "" ? ["/period/ends_on"] : [];
}

function newTask(ordinal: number): PlanDraft["tasks"][number] {
  return {
    id: null,
    ordinal,
    title: "",
    content_label: null,
    content: [],
    leads: [],
    coordinators: [],
    schedule: { text: "", kind: "unspecified", starts_on: null, ends_on: null },
  };
}

function renumbered(tasks: PlanDraft["tasks"]): PlanDraft["tasks"] {
  return tasks.map((task, i) => ({ ...task, ordinal: i + 1 }));
}
