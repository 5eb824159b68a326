import type { ReactNode } from "react";
import { Link } from "../Link/Link";
import classes from "./Tabs.module.css";

interface Tab {
  to: string;
  words: ReactNode;
  count?: number | undefined;
  on: boolean;
}

/** The faces of one record as links, so that each has its address; not an ARIA tab list, but a navigation. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className={classes.root}>
      <ul className={classes.list}>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} className={classes.tab} aria-current={tab.on ? "page" : undefined}>
              {tab.words} {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
