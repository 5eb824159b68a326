import { useTranslation } from "react-i18next";
import { DutyBadge } from "@/shared/ui/StateBadge/DutyBadge";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import classes from "./AssignmentState.module.css";
import type { Assignment } from "./queries";

interface AssignmentStateProps {
  assignment: Assignment;
  /** In a list, where most stand alike. */
  plain?: boolean;
}

/** How an assignment stands by its deadline, and beside it how far it is when that says more. */
export function AssignmentState({ assignment, plain = false }: AssignmentStateProps) {
  const { t } = useTranslation();
  const { standing, state } = assignment;
  const words = {
    assigned: t("assignment.stateAssigned"),
    received: t("assignment.stateReceived"),
    in_progress: t("assignment.stateInProgress"),
    completed: t("assignment.stateCompleted"),
  };
  const settled = state === "completed" && standing !== "no_deadline";
  return (
    <span className={classes.root}>
      {state === "returned" && <StateBadge standing="returned" />}
      <DutyBadge duty={assignment} variant={plain && standing === "no_deadline" ? "plain" : "badge"} />
      {state in words && !settled && <span className="cap">{words[state as keyof typeof words]}</span>}
    </span>
  );
}
