import type { ReactNode } from "react";
import classes from "./SidePanel.module.css";

/** The work, and beside it the panel while one is open. */
export function WithSidePanel({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={classes.both}>
      <div className={classes.work}>{children}</div>
      {panel}
    </div>
  );
}
