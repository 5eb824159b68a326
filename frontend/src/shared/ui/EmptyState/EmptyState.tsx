import type { ReactNode } from "react";
import { Band } from "../Band/Band";
import classes from "./EmptyState.module.css";

interface EmptyStateProps {
  title: string;
  /** One sentence why there is nothing. */
  why?: ReactNode;
  /** One button that says what to do. */
  action?: ReactNode;
  /** Stands for a whole page: the title is its h1. */
  page?: boolean;
}

/** Where there is nothing to show: why, and what to do next. */
export function EmptyState({ title, why, action, page = false }: EmptyStateProps) {
  const Heading = page ? "h1" : "h2";
  return (
    <div className={classes.root} data-page={page || undefined}>
      <Band className={classes.band} />
      <Heading className={classes.title}>{title}</Heading>
      {why !== undefined && <p className={classes.why}>{why}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
