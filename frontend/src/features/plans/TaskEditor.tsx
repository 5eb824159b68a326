import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { Choice } from "@/shared/ui/Choice/Choice";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { LinesField } from "./LinesField";
import { type Known, PartiesField } from "./PartiesField";
import type { Schedule, TaskDraft } from "./plan";
import classes from "./TaskEditor.module.css";

interface TaskEditorProps {
  /** Its JSON pointer in the draft, without the first slash. */
  at: string;
  task: TaskDraft;
  known: Known;
  onChange: (task: TaskDraft) => void;
  onRemove: () => void;
}

const kinds = ["quarters", "range", "date", "continuous", "recurring", "unspecified"] as const;

/** One task of a draft, folded to its title until it is opened. */
export function TaskEditor({ at, task, known, onChange, onRemove }: TaskEditorProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(task.title === "");
  const put = (change: Partial<TaskDraft>) => onChange({ ...task, ...change });
  const plan = (change: Partial<Schedule>) => put({ schedule: { ...task.schedule, ...change } });
  const dated = task.schedule.kind !== "unspecified";
  return (
    <details className={classes.root} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b>{task.ordinal}.</b> {task.title === "" ? t("plan.newTask") : task.title}
      </summary>
      <div className={classes.fields}>
        <TextArea
          label={t("task.title")}
          rows={2}
          name={`${at}/title`}
          value={task.title}
          onChange={(title) => put({ title })}
        />
        <TextField
          label={t("task.contentLabel")}
          optional
          name={`${at}/content_label`}
          value={task.content_label ?? ""}
          onChange={(label) => put({ content_label: label === "" ? null : label })}
        />
        <LinesField
          label={t("task.content")}
          name={`${at}/content`}
          value={task.content}
          onChange={(content) => put({ content })}
        />
        <PartiesField
          label={t("task.leads")}
          name={`${at}/leads`}
          value={task.leads}
          known={known}
          onChange={(leads) => put({ leads })}
        />
        <PartiesField
          label={t("task.coordinators")}
          name={`${at}/coordinators`}
          value={task.coordinators}
          known={known}
          onChange={(coordinators) => put({ coordinators })}
        />
        <TextField
          label={t("task.time")}
          hint={t("task.timeHint")}
          name={`${at}/schedule/text`}
          value={task.schedule.text}
          onChange={(text) => plan({ text })}
        />
        <Choice
          label={t("task.scheduleKind")}
          name={`${at}/schedule/kind`}
          value={task.schedule.kind}
          onChange={(kind) =>
            plan(kind === "unspecified" ? { kind, starts_on: null, ends_on: null } : { kind })
          }
          choices={kinds.map((kind) => ({ value: kind, label: t(`task.kind.${kind}`) }))}
        />
        {dated && (
          <>
            <DateField
              label={t("task.startsOn")}
              optional
              name={`${at}/schedule/starts_on`}
              value={task.schedule.starts_on ?? ""}
              onChange={(day) => plan({ starts_on: day === "" ? null : day })}
            />
            <DateField
              label={t("task.endsOn")}
              optional
              name={`${at}/schedule/ends_on`}
              value={task.schedule.ends_on ?? ""}
              onChange={(day) => plan({ ends_on: day === "" ? null : day })}
            />
          </>
        )}
        <Button look="quiet" onClick={onRemove}>
          {t("plan.removeTask", { n: task.ordinal })}
        </Button>
      </div>
    </details>
  );
}
