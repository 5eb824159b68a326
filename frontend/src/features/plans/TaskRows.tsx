import { useTranslation } from "react-i18next";
import { ScheduleStrip } from "@/shared/ui/ScheduleStrip/ScheduleStrip";
import { isUnknown, named, type Party, type Plan, type PlanGroup } from "./plan";
import classes from "./TaskRows.module.css";

interface TaskRowsProps {
  plan: Plan;
  groups: PlanGroup[];
  /** The ordinal of the task that is marked in the document. */
  chosen: number | undefined;
  onChoose: (ordinal: number) => void;
}

/** The plan's tasks: who leads, who coordinates, when; choosing one marks it in the document. */
export function TaskRows({ plan, groups, chosen, onChoose }: TaskRowsProps) {
  const { t } = useTranslation();
  return (
    <ol className={classes.list}>
      {plan.tasks.map((task) => (
        <li key={task.id} className={classes.row} data-on={task.ordinal === chosen || undefined}>
          <span className={classes.ordinal}>{task.ordinal}</span>
          <div>
            <button
              type="button"
              className={classes.title}
              aria-pressed={task.ordinal === chosen}
              onClick={() => onChoose(task.ordinal)}
            >
              {task.title}
            </button>
            <dl className={classes.parties}>
              <Parties name={t("task.leads")} parties={task.leads} groups={groups} />
              <Parties name={t("task.coordinators")} parties={task.coordinators} groups={groups} />
            </dl>
          </div>
          <ScheduleStrip
            year={plan.year}
            startsOn={task.schedule.starts_on}
            endsOn={task.schedule.ends_on}
            words={task.schedule.text === "" ? t("task.noTime") : task.schedule.text}
          />
        </li>
      ))}
    </ol>
  );
}

function Parties({ name, parties, groups }: { name: string; parties: Party[]; groups: PlanGroup[] }) {
  const { t } = useTranslation();
  if (parties.length === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {parties.map((party, i) => {
          const group = groups.find((one) => one.group_id === party.group_id);
          return (
            <span key={named(party)}>
              {i > 0 && "; "}
              {named(party)}
              {group !== undefined && (
                <span className="cap"> ({group.settled ? group.agencies.length : t("plan.toSettle")})</span>
              )}
              {isUnknown(party) && <b className={classes.unknown}> ({t("plan.unknownName")})</b>}
            </span>
          );
        })}
      </dd>
    </div>
  );
}
