import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { Button } from "@/shared/ui/Button/Button";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import classes from "./ImportFlow.module.css";
import { ImportRows } from "./ImportRows";
import { ImportWarnings } from "./ImportWarnings";
import type { Draft, Reading } from "./reading";

interface ImportFlowProps {
  reading: Reading;
  draft: Draft;
  waiting: ReadonlySet<string>;
  /** Where a person settles what was not matched. */
  settling: ReactNode;
  busy: boolean;
  onAgain: () => void;
  onKeep: () => void;
}

/** The second step: the document beside what was read of it; from here it becomes a draft. */
export function ImportFlow({ reading, draft, waiting, settling, busy, onAgain, onKeep }: ImportFlowProps) {
  const { t } = useTranslation();
  const notAPlan = reading.warnings.find(({ code }) => code === "plan.not_a_plan");
  if (notAPlan !== undefined)
    return (
      <EmptyState
        title={t("planImport.notAPlan", { kind: draft.document_kind })}
        why={notAPlan.message}
        action={
          <Button look="filled" onClick={onAgain}>
            {t("planImport.again")}
          </Button>
        }
      />
    );
  return (
    <div className={classes.both}>
      <div className={classes.rows}>
        <ImportWarnings reading={reading} draft={draft} />
        <ImportRows reading={reading} draft={draft} waiting={waiting} />
        {reading.unread.length > 0 && (
          <details className={classes.unread}>
            <summary>{t("planImport.unread", { count: reading.unread.length })}</summary>
            <ul>
              {reading.unread.map(({ text, line }) => (
                <li key={line}>
                  <span className="cap">{t("planImport.line", { line })}</span> {text}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <aside className={classes.side} aria-label={t("planImport.settling")}>
        {settling}
        <div className={classes.buttons}>
          <Button onClick={onAgain}>{t("planImport.again")}</Button>
          <Button look="filled" busy={busy} onClick={onKeep}>
            {t("planImport.keep")}
          </Button>
        </div>
        <p className="cap">{t("planImport.keepHint")}</p>
      </aside>
    </div>
  );
}
