import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Panel } from "@/shared/ui/Panel/Panel";
import { type PlanFields, replaced, without } from "./edited";
import type { Known } from "./PartiesField";
import type { PlanDraft, TaskDraft } from "./plan";
import classes from "./PlanEdit.module.css";
import { TaskEditor } from "./TaskEditor";

/** The tasks in their order. */
export function TasksPart({ values: { tasks }, set, known }: PlanFields & { known: Known }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("plan.part.tasks")} note={tasks.length}>
      <div className={classes.fields}>
        {tasks.map((task, i) => (
          <TaskEditor
            key={task.id ?? i}
            at={`tasks/${i}`}
            task={task}
            known={known}
            onChange={(next) => set("tasks", replaced(tasks, i, next))}
            onRemove={() => set("tasks", renumbered(without(tasks, i)))}
          />
        ))}
        <Button onClick={() => set("tasks", [...tasks, newTask(tasks.length + 1)])}>
          {t("plan.addTask")}
        </Button>
      </div>
    </Panel>
  );
}

function newTask(ordinal: number): TaskDraft {
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
