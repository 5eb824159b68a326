import { IconAlertCircle } from "@tabler/icons-react";
import classes from "./Fields.module.css";

/** The class names by which Mantine's inputs take our label, hint, error and edge. */
export function fieldClasses(
  optional?: boolean,
): Record<"root" | "wrapper" | "label" | "description" | "error" | "input" | "section", string> {
  return {
    root: classes.root ?? "",
    wrapper: classes.wrapper ?? "",
    label: [classes.label, optional === true && classes.optional].filter(Boolean).join(" "),
    description: classes.hint ?? "",
    error: classes.error ?? "",
    input: classes.input ?? "",
    section: classes.section ?? "",
  };
}

/** The words of a field's error with the sign, so that colour is not alone. */
export function FieldError({ words }: { words: string }) {
  return (
    <span className={classes.errorLine}>
      <IconAlertCircle size={18} stroke={1.75} aria-hidden />
      <span>{words}</span>
    </span>
  );
}
