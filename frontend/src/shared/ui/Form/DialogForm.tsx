import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../Button/Button";
import { Dialog } from "../Dialog/Dialog";
import type { Correction } from "./context";
import classes from "./DialogForm.module.css";
import { ProblemForm } from "./ProblemForm";

interface DialogFormProps {
  title: string;
  /** Says what follows from it, above the fields. */
  why?: ReactNode;
  /** What its button does: «Ban hành». */
  verb: string;
  look?: "filled" | "warn";
  busy: boolean;
  problem: unknown;
  check?: () => Correction[];
  onSubmit: () => void;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** A question with fields in a window: the way back and the deed stand at its foot, in sight however long the form is. */
export function DialogForm({ title, why, verb, look = "filled", wide, children, ...form }: DialogFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const { busy, problem, check, onSubmit, onClose } = form;
  return (
    <Dialog
      title={title}
      wide={wide ?? false}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={id} look={look} busy={busy}>
            {verb}
          </Button>
        </>
      }
    >
      {why}
      <ProblemForm
        id={id}
        className={classes.fields ?? ""}
        onSubmit={onSubmit}
        problem={problem}
        busy={busy}
        {...(check === undefined ? {} : { check })}
      >
        {children}
      </ProblemForm>
    </Dialog>
  );
}
