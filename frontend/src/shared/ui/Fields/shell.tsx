import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Fields.module.css";

type Part = "root" | "wrapper" | "label" | "description" | "error" | "input" | "section";

/** The class names by which Mantine's inputs take our label, hint, error and edge. */
export function fieldClasses(): Record<Part, string> {
  return {
    root: classes.root ?? "",
    wrapper: classes.wrapper ?? "",
    label: classes.label ?? "",
    description: classes.hint ?? "",
    error: classes.error ?? "",
    input: classes.input ?? "",
    section: classes.section ?? "",
  };
}

/** A field's label; what need not be filled in says so. */
export function FieldLabel({ label, optional }: { label: ReactNode; optional?: boolean | undefined }) {
  const { t } = useTranslation();
  if (optional !== true) return label;
  return (
    <>
      {label} <span className={classes.optional}>({t("common.optional")})</span>
    </>
  );
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
