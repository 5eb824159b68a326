import { useSuspenseQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe, useToday } from "@/shared/access";
import { dayText, remaining } from "@/shared/format";
import { useNarrow } from "@/shared/narrow";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Chips } from "@/shared/ui/Chips/Chips";
import { Choice } from "@/shared/ui/Choice/Choice";
import { DataTable } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import classes from "./AssignmentList.module.css";
import { AssignmentState } from "./AssignmentState";
import { AssignmentRows } from "./AssignmentRows";
import { type Assignment, assignmentsQuery, plansQuery } from "./queries";

const views = ["", "due", "continuous", "done"] as const;
type View = (typeof views)[number];

interface Filters {
  view?: string | undefined;
  plan?: string | undefined;
  part?: string | undefined;
}

interface AssignmentListProps {
  /** As they stand in the address. */
  filters: Filters;
  onFilter: (change: Omit<Filters, "view">) => void;
}

/** The own agency's assignments in one plan or in all that run, the nearest due first. */
export function AssignmentList({ filters, onFilter }: AssignmentListProps) {
  const { t } = useTranslation();
  const { agency } = useMe();
  const part = filters.part === "lead" || filters.part === "coordinate" ? filters.part : undefined;
  const view = views.find((one) => one === filters.view) ?? "";
  const [{ data: assignments }, { data: plans }] = useSuspenseQueries({
    queries: [assignmentsQuery({ agency_id: agency.id, part }), plansQuery],
  });
  const running = plans.filter((plan) => plan.state === "issued").map(({ id }) => id);
  const all = assignments.filter(({ plan_id: plan }) =>
    filters.plan === undefined ? running.includes(plan) : plan === filters.plan,
  );
  const words = {
    "": t("common.all"),
    due: t("assignment.viewDue"),
    continuous: t("assignment.viewContinuous"),
    done: t("assignment.viewDone"),
  };
  return (
    <>
      <Chips
        label={t("assignment.filter")}
        chips={views.map((one) => ({
          to: withFilters(paths.assignments, { ...filters, view: one }),
          words: words[one],
          count: all.filter((assignment) => isIn(one, assignment)).length,
          on: one === view,
        }))}
      >
        <Choice
          label={<span className="sr">{t("assignment.plan")}</span>}
          value={filters.plan ?? ""}
          onChange={(plan) => onFilter({ plan })}
          choices={[
            { value: "", label: t("assignment.runningPlans") },
            ...plans.map(({ id, year, title }) => ({ value: id, label: `${year}: ${title}` })),
          ]}
          className={classes.choice}
        />
        <Choice
          label={<span className="sr">{t("assignment.part")}</span>}
          value={part ?? ""}
          onChange={(next) => onFilter({ part: next })}
          choices={[
            { value: "", label: t("assignment.anyPart") },
            { value: "lead", label: t("assignment.lead") },
            { value: "coordinate", label: t("assignment.coordinate") },
          ]}
          className={classes.choice}
        />
      </Chips>
      <Rows
        rows={all.filter((assignment) => isIn(view, assignment))}
        why={all.length === 0 ? t("assignment.empty") : t("assignment.emptyView")}
      />
    </>
  );
}

function Rows({ rows, why }: { rows: Assignment[]; why: string }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  if (rows.length === 0) return <EmptyState title={t("assignment.emptyTitle")} why={why} />;
  if (narrow) return <AssignmentRows rows={rows} />;
  return (
    <Panel flush>
      <Table rows={rows} />
    </Panel>
  );
}

function Table({ rows }: { rows: Assignment[] }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <DataTable
      label={t("assignment.listTitle")}
      rows={rows}
      keyOf={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "task",
          head: t("assignment.task"),
          cell: ({ id, task }) => (
            <>
              <Link to={pathTo(paths.assignment, { id })} className={classes.title}>
                {task.title}
              </Link>
              <span className={classes.item}>{t("assignment.itemAlone", { ordinal: task.ordinal })}</span>
            </>
          ),
        },
        {
          key: "part",
          head: t("assignment.part"),
          cell: ({ part }) => (
            <span className={classes.nowrap}>
              {t(part === "lead" ? "assignment.lead" : "assignment.coordinate")}
            </span>
          ),
        },
        {
          key: "due",
          head: t("assignment.due"),
          cell: ({ due_on: due, state }) =>
            due !== null && (
              <span className={classes.nowrap}>
                {dayText(due)}
                {isOpen(state) && <span className="cap">, {remaining(due, today)}</span>}
              </span>
            ),
        },
        {
          key: "standing",
          head: t("assignment.standing"),
          cell: (assignment) => <AssignmentState assignment={assignment} plain />,
        },
        {
          key: "updated",
          head: t("assignment.updated"),
          cell: ({ updated_on: on, updates }) =>
            on === null ? (
              <span className={`cap ${classes.nowrap ?? ""}`}>{t("assignment.noUpdates")}</span>
            ) : (
              <span className={classes.nowrap}>
                {t("assignment.updatedOn", { count: updates, day: dayText(on) })}
              </span>
            ),
        },
      ]}
    />
  );
}

function isOpen(state: Assignment["state"]): boolean {
  return state !== "handed_in" && state !== "completed";
}

function isIn(view: View, { state, due_on: due }: Assignment): boolean {
  switch (view) {
    case "due":
      return isOpen(state) && (due !== null || state === "returned");
    case "continuous":
      return isOpen(state) && due === null;
    case "done":
      return !isOpen(state);
    case "":
      return true;
  }
}
