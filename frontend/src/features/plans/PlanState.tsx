import { IconLock, IconPencil, IconSend, IconArchive } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Plan } from "./plan";
import classes from "./PlanState.module.css";

const icons = { draft: IconPencil, submitted: IconSend, issued: IconLock, closed: IconArchive };

/** Where a plan stands, in a neutral edge: its signs are not those of duties. */
export function PlanState({ state }: { state: Plan["state"] }) {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span className={classes.root}>
      <Icon size={16} stroke={1.75} aria-hidden />
      {t(`plan.state.${state}`)}
    </span>
  );
}
