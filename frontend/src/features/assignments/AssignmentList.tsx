import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe, useToday } from "@/shared/access";
import { remaining, shortDay } from "@/shared/format";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Chips } from "@/shared/ui/Chips/Chips";
import { Choice } from "@/shared/ui/Choice/Choice";
import { DataTable } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import classes from "./AssignmentList.module.css";
import { AssignmentState } from "./AssignmentState";
import { type Assignment, assignmentsQuery } from "./queries";

const views = ["", "due", "continuous", "done"] as const;
type View = (typeof views)[number];

interface AssignmentListProps {
  /** As they stand in the address. */
  view: string | undefined;
  part: string | undefined;
  onPart: (part: string) => void;
}

/** The own agency's assignments, the nearest due first. */
export function AssignmentList({ view, part, onPart }: AssignmentListProps) {
  const { t } = useTranslation();
  const { agency } = useMe();
  const wanted = part === "lead" || part === "coordinate" ? part : undefined;
  const { data } = useSuspenseQuery(assignmentsQuery({ agency_id: agency.id, part: wanted }));
  const chosen = views.find((one) => one === view) ?? "";
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
          to: withFilters(paths.assignments, { view: one, part: wanted }),
          words: words[one],
          count: data.items.filter((assignment) => isIn(one, assignment)).length,
          on: one === chosen,
        }))}
      >
        <div className={classes.part}>
          <Choice
            label={<span className="sr">{t("assignment.part")}</span>}
            value={wanted ?? ""}
            onChange={onPart}
            choices={[
              { value: "", label: t("assignment.anyPart") },
              { value: "lead", label: t("assignment.lead") },
              { value: "coordinate", label: t("assignment.coordinate") },
            ]}
          />
        </div>
      </Chips>
      <Table rows={data.items.filter((assignment) => isIn(chosen, assignment))} />
    </>
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
      empty={<EmptyState title={t("assignment.emptyTitle")} why={t("assignment.empty")} />}
      columns={[
        {
          key: "task",
          head: t("assignment.task"),
          phone: "title",
          cell: ({ id, task }) => (
            <Link to={pathTo(paths.assignment, { id })} className={classes.title}>
              {task.title}
            </Link>
          ),
        },
        {
          key: "part",
          head: t("assignment.part"),
          cell: ({ part, task }) => (
            <span className={classes.nowrap}>
              {t(part === "lead" ? "assignment.lead" : "assignment.coordinate")},{" "}
              {t("assignment.item", { ordinal: task.ordinal })}
            </span>
          ),
        },
        {
          key: "due",
          head: t("assignment.due"),
          cell: ({ due_on: due, state }) =>
            due === null ? (
              t("assignment.noDue")
            ) : (
              <span>
                {shortDay(due, today)}
                {isOpen(state) && <span className="cap">, {remaining(due, today)}</span>}
              </span>
            ),
        },
        {
          key: "standing",
          head: t("assignment.standing"),
          cell: (assignment) => <AssignmentState assignment={assignment} />,
        },
        {
          key: "updated",
          head: t("assignment.updated"),
          cell: ({ updated_on: on, updates }) =>
            on === null ? (
              <span className="cap">{t("assignment.noUpdates")}</span>
            ) : (
              t("assignment.updatedOn", { count: updates, day: shortDay(on, today) })
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
