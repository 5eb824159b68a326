import { IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./Banner.module.css";

interface BannerProps {
  children: ReactNode;
  icon?: ReactNode;
  /** What to do about it: a link, a button. */
  actions?: ReactNode;
  /** Read out when it appears. */
  live?: boolean;
  /** Stands in a column of work, not across the page. */
  inset?: boolean;
}

/** A word across the page about something that changed or that one should know; not for errors of a form. */
export function Banner({ children, icon, actions, live = false, inset = false }: BannerProps) {
  return (
    <div className={classes.root} data-inset={inset || undefined} role={live ? "status" : undefined}>
      {icon ?? <IconInfoCircle size={20} stroke={1.75} aria-hidden />}
      <div className={classes.words}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
