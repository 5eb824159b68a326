import type { ReactNode } from "react";
import { Link } from "../Link/Link";
import classes from "./Chips.module.css";

interface Chip {
  /** The address with this filter set: filters live in the address bar. */
  to: string;
  words: ReactNode;
  count?: number | undefined;
  on: boolean;
}

/** Filters as links: each has an address, so a view can be kept and sent. */
export function Chips({ label, chips, children }: { label: string; chips: Chip[]; children?: ReactNode }) {
  return (
    <div className={classes.row}>
      <nav aria-label={label} className={classes.nav}>
        <ul className={classes.list}>
          {chips.map((chip) => (
            <li key={chip.to}>
              <Link to={chip.to} className={classes.chip} aria-current={chip.on ? "true" : undefined}>
                {chip.words}
                {chip.count !== undefined && <span className="num">{chip.count}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {children !== undefined && <div className={classes.end}>{children}</div>}
    </div>
  );
}
