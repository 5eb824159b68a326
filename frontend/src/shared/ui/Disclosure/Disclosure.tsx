import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import classes from "./Disclosure.module.css";

interface DisclosureProps {
  title: string;
  /** Under the title, small: what is inside, or what it says now. */
  note?: ReactNode;
  /** Whether it stands open at first. */
  open?: boolean;
  children: ReactNode;
}

/** A piece of the work that may be folded away, named by its heading; several stand together as one. */
export function Disclosure({ title, note, open = false, children }: DisclosureProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.root}>
      <details open={open}>
        <summary>
          <span>
            <h2 id={id}>{title}</h2>
            {note !== undefined && <span className="cap">{note}</span>}
          </span>
          <IconChevronDown size={20} stroke={1.75} aria-hidden />
        </summary>
        <div className={classes.body}>{children}</div>
      </details>
    </section>
  );
}
