import type { SectionState } from "./SectionProgress";
import classes from "./SectionMark.module.css";

/** The mark of a section in a list: tick, dot in a ring, dashed ring, or ∅; kept apart from the ten signs of duties. */
export function SectionMark({ state }: { state: SectionState }) {
  return (
    <svg className={classes.root} data-state={state} width={18} height={18} viewBox="0 0 18 18" aria-hidden>
      {state === "done" && <path d="m3.5 9.5 3.7 3.7 7.3-7.6" strokeWidth="2" />}
      {state === "doing" && (
        <>
          <circle cx="9" cy="9" r="6.6" strokeWidth="1.6" />
          <circle cx="9" cy="9" r="1.6" fill="currentColor" stroke="none" />
        </>
      )}
      {state === "todo" && <circle cx="9" cy="9" r="6.6" strokeWidth="1.6" strokeDasharray="2.6 2.6" />}
      {state === "nil" && (
        <>
          <circle cx="9" cy="9" r="5.2" strokeWidth="1.6" />
          <path d="M3.2 14.8 14.8 3.2" strokeWidth="1.6" />
        </>
      )}
    </svg>
  );
}
