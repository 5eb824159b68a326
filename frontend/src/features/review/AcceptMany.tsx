import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemOf, wordsOf } from "@/shared/api/problem";
import { Button } from "@/shared/ui/Button/Button";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { toast } from "@/shared/ui/Toast/toasts";
import classes from "./AcceptMany.module.css";
import { useAcceptAll } from "./queries";
import type { ReportLine } from "./report";

interface Refused {
  agency: string;
  why: string;
}

/** The bar of the chosen reports: how many, and one button that accepts them; what was refused is told one by one. */
export function AcceptMany({ reports, onClear }: { reports: ReportLine[]; onClear: () => void }) {
  const { t } = useTranslation();
  const accept = useAcceptAll();
  const [refused, setRefused] = useState<{ done: number; reports: Refused[] } | null>(null);
  const send = () => {
    accept.mutate(reports, {
      onSuccess: ({ results }) => {
        const failed = results.flatMap(({ id, problem }) =>
          problem === undefined ? [] : [{ agency: agencyOf(reports, id), why: wordsOf(problemOf(problem)) }],
        );
        const done = results.length - failed.length;
        if (failed.length === 0) toast(t("review.acceptedMany", { count: done }));
        else setRefused({ done, reports: failed });
        onClear();
      },
    });
  };
  return (
    <>
      {reports.length > 0 && (
        <section className={classes.bar} aria-label={t("review.chosen")}>
          <p role="status" className={classes.words}>
            <b>{t("review.chosenCount", { count: reports.length })}</b>
            <span className="cap">{reports.map((report) => report.agency).join(", ")}</span>
          </p>
          {accept.error !== null && <ErrorSummary lines={[{ words: wordsOf(problemOf(accept.error)) }]} />}
          <Button look="quiet" onClick={onClear}>
            {t("review.unchoose")}
          </Button>
          <Button look="filled" busy={accept.isPending} onClick={send}>
            {t("review.acceptCount", { count: reports.length })}
          </Button>
        </section>
      )}
      {refused !== null && (
        <Dialog
          title={t("review.refusedTitle", { done: refused.done, count: refused.reports.length })}
          onClose={() => setRefused(null)}
          actions={<Button onClick={() => setRefused(null)}>{t("common.close")}</Button>}
        >
          <ul>
            {refused.reports.map(({ agency, why }) => (
              <li key={agency}>
                <b>{agency}</b>: {why}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

function agencyOf(reports: ReportLine[], id: string): string {
  return reports.find((report) => report.id === id)?.agency ?? id;
}
