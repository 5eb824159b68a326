import classes from "./Progress.module.css";

/** How far an upload or long work is, from 0 to 1; without a value it is under way. */
export function Progress({ label, value }: { label: string; value?: number }) {
  return <progress className={classes.root} aria-label={label} value={value} max={1} />;
}
