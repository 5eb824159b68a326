import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "../../api/problem";
import { Button } from "../Button/Button";
import { ErrorSummary } from "../ErrorSummary/ErrorSummary";
import { Dialog } from "./Dialog";

interface ConfirmDialogProps {
  /** The question: «Chốt báo cáo?» */
  title: string;
  /** What follows: «Số liệu và lời văn sẽ khóa, tệp .docx được lập.» */
  children: ReactNode;
  /** The button repeats the verb: «Chốt báo cáo». */
  verb: string;
  onConfirm: () => void;
  onClose: () => void;
  busy?: boolean;
  /** What the last try threw. */
  problem?: unknown;
  /** For what destroys. */
  danger?: boolean;
}

/** Asks before what cannot be undone; for everything else do it and offer to undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, verb, onConfirm, onClose, busy, problem, danger } = props;
  const { t } = useTranslation();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button look={danger === true ? "danger" : "filled"} busy={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      {problem !== undefined && problem !== null && (
        <ErrorSummary lines={[{ words: wordsOf(problemOf(problem)) }]} />
      )}
      {children}
    </Dialog>
  );
}
