import { type ReactNode, useId } from "react";
import classes from "./Panel.module.css";

interface PanelProps {
  title?: ReactNode;
  /** Beside the title, small: what the panel covers. */
  note?: ReactNode;
  /** A link or button at the right of the title. */
  end?: ReactNode;
  children: ReactNode;
  /** Leaves the sides to the content: tables. */
  flush?: boolean;
}

/** A piece of the work on its own face, named by its heading. */
export function Panel({ title, note, end, children, flush = false }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.root} aria-labelledby={title === undefined ? undefined : id}>
      {(title !== undefined || end !== undefined) && (
        <div className={classes.head}>
          {title !== undefined && <h2 id={id}>{title}</h2>}
          {note !== undefined && <span className="cap">{note}</span>}
          {end !== undefined && <span className={classes.end}>{end}</span>}
        </div>
      )}
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
