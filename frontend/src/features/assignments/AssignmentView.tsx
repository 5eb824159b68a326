import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useToday } from "@/shared/access";
import { dayText, listText, remaining } from "@/shared/format";
import { useNarrow } from "@/shared/narrow";
import { Awaiting } from "@/shared/ui/Awaiting/Awaiting";
import { Banner } from "@/shared/ui/Banner/Banner";
import { CalendarLeaf } from "@/shared/ui/CalendarLeaf/CalendarLeaf";
import { Disclosure } from "@/shared/ui/Disclosure/Disclosure";
import { FactList } from "@/shared/ui/FactList/FactList";
import { AssignmentState } from "./AssignmentState";
import classes from "./AssignmentView.module.css";
import type { FilePlaces } from "./files";
import { type Assignment, assignmentQuery, taskQuery } from "./queries";
import { TaskPartners } from "./TaskPartners";
import { Updates } from "./Updates";
import { UpdateForm } from "./UpdateForm";
import { Verbs } from "./Verbs";

/** One assignment: what is asked, by when, how it stands, what was done; and what the agency can say now. */
export function AssignmentView({ id, files }: { id: string; files: FilePlaces }) {
  const { data: assignment } = useSuspenseQuery(assignmentQuery(id));
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <Head assignment={assignment} />
        <Verbs assignment={assignment} />
      </div>
      <aside className={classes.aside}>
        <Asked assignment={assignment} />
        {assignment.part === "lead" && <TaskPartners assignment={assignment} />}
      </aside>
      <div className={classes.work}>
        {assignment.allowed_actions.includes("update") && (
          <UpdateForm assignment={assignment} ofDraft={files.ofDraft} />
        )}
        <Updates assignment={assignment} files={files} />
        {files.ofAssignment(assignment)}
      </div>
    </div>
  );
}

function Head({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const today = useToday();
  const { due_on: due, state, return_note: note, done_on: done, result } = assignment;
  const open = state !== "handed_in" && state !== "completed";
  return (
    <section className={classes.standing} aria-label={t("assignment.standing")}>
      <div className={classes.state}>
        {due !== null && <CalendarLeaf day={due} standing={open ? assignment.standing : undefined} />}
        <div>
          <AssignmentState assignment={assignment} />
          {due !== null && (
            <p>
              {t("assignment.dueOn", { day: dayText(due) })}
              {open && (
                <>
                  , <b>{remaining(due, today)}</b>
                </>
              )}
            </p>
          )}
        </div>
      </div>
      {state === "returned" && (
        <Banner inset>
          <b>{t("assignment.returned")}</b>
          {note !== "" && <p className={classes.words}>«{note}»</p>}
        </Banner>
      )}
      {(state === "handed_in" || state === "completed") && done !== null && (
        <Banner inset>
          <b>
            {t(state === "completed" ? "assignment.completed" : "assignment.awaits", { day: dayText(done) })}
          </b>
          <p className={classes.words}>{result}</p>
        </Banner>
      )}
    </section>
  );
}

/** What the plan asks: forms, leads, coordinators, the time in the plan's own words. */
function Asked({ assignment }: { assignment: Assignment }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const query = useQuery(taskQuery(assignment.task_id));
  const task = query.data;
  if (task === undefined) return <Awaiting query={query} />;
  const names = (parties: { agency?: string; group?: string }[]) =>
    listText(parties.map((party) => party.agency ?? party.group ?? ""));
  const facts = [
    { name: t("assignment.leads"), value: names(task.leads) },
    ...(task.coordinators.length === 0
      ? []
      : [{ name: t("assignment.coordinators"), value: names(task.coordinators) }]),
    ...(task.schedule.text === "" ? [] : [{ name: t("assignment.schedule"), value: task.schedule.text }]),
    {
      name: t("assignment.reviewer"),
      value: t(assignment.reviewer === "leader" ? "assignment.byLeader" : "assignment.byOffice"),
    },
  ];
  return (
    <Disclosure title={t("assignment.asked")} open={!narrow}>
      <FactList facts={facts} />
      {task.content.length > 0 && (
        <>
          <h3 className={classes.asked}>{task.content_label ?? t("assignment.content")}</h3>
          <ul className={classes.content}>
            {task.content.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </Disclosure>
  );
}
