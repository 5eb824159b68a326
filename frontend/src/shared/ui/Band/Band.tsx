import classes from "./Band.module.css";

/** The Sa Huỳnh potter's incised band: sign-in, receipt and empty states only. */
export function Band({ className }: { className?: string | undefined }) {
  return <div className={[classes.root, className].filter(Boolean).join(" ")} aria-hidden />;
}
