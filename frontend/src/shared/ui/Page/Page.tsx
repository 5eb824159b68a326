import type { ReactNode } from "react";
import classes from "./Page.module.css";

interface PageProps {
  children: ReactNode;
  /** text: 72 characters, for forms and reading; full: the matrix. */
  width?: "text" | "normal" | "full";
}

/** The work of one page, with its sides and its greatest width. */
export function Page({ children, width = "normal" }: PageProps) {
  return (
    <div className={classes.root} data-width={width}>
      {children}
    </div>
  );
}
