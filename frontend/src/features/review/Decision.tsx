import { IconArrowBackUp, IconCheck, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys, useKeysOn } from "@/shared/keys";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { goTo } from "@/shared/ui/Link/follow";
import { toast } from "@/shared/ui/Toast/toasts";
import classes from "./Decision.module.css";
import { useAccept } from "./queries";
import type { Report, ReportLine } from "./report";
import { type ReturnFields, ReturnForm } from "./ReturnForm";

interface DecisionProps {
  report: Report;
  /** What waits for review: where «previous» and «next» lead. */
  queue: ReportLine[];
  remarking: boolean;
  onRemarking: (on: boolean) => void;
  returning: ReturnFields;
}

/** Accept (which is asked first), return, previous, next: by button and by key. */
export function Decision(props: DecisionProps) {
  const { report, queue, remarking, onRemarking, returning } = props;
  const { t } = useTranslation();
  const accept = useAccept();
  const [asking, setAsking] = useState(false);
  const [keysOn, turnKeys] = useKeysOn();
  const at = queue.findIndex((one) => one.id === report.id);
  const previous = at > 0 ? queue[at - 1] : undefined;
  const next = queue[at + 1];
  const goOn = (words: string) => {
    toast(words);
    const to = next ?? previous;
    goTo(to === undefined ? paths.review : pathTo(paths.reviewReport, { id: to.id }));
  };
  const may = (verb: string) => report.allowed_actions.includes(verb);
  const doAccept = () =>
    accept.mutate(report, {
      onSuccess: () => {
        setAsking(false);
        goOn(t("review.accepted1", { agency: report.agency }));
      },
    });
  const to = (line: ReportLine | undefined) =>
    line === undefined ? undefined : () => goTo(pathTo(paths.reviewReport, { id: line.id }));
  useKeys(
    {
      d: may("accept") && !remarking ? () => setAsking(true) : undefined,
      t: may("return") && !remarking ? () => onRemarking(true) : undefined,
      ArrowLeft: to(previous),
      ArrowRight: to(next),
    },
    keysOn,
  );
  return (
    <section className={classes.bar} aria-label={t("review.decision")}>
      {asking && (
        <ConfirmDialog
          title={t("review.acceptTitle", { agency: report.agency })}
          verb={t("review.accept")}
          busy={accept.isPending}
          problem={accept.error}
          onConfirm={doAccept}
          onClose={() => setAsking(false)}
        >
          <p>{t("review.acceptWhy")}</p>
        </ConfirmDialog>
      )}
      {remarking ? (
        <ReturnForm
          report={report}
          returning={returning}
          onCancel={() => onRemarking(false)}
          onReturned={() => {
            returning.forget();
            goOn(t("review.returned1", { agency: report.agency }));
          }}
        />
      ) : (
        <div className={classes.row}>
          <div className={classes.moves}>
            <Button onClick={to(previous)} disabled={previous === undefined}>
              <IconChevronLeft size={18} stroke={1.75} aria-hidden />
              {t("common.previous")}
            </Button>
            <span className="cap">
              {at >= 0 ? t("review.place", { at: at + 1, all: queue.length }) : t("review.notWaiting")}
            </span>
            <Button onClick={to(next)} disabled={next === undefined}>
              {t("common.next")}
              <IconChevronRight size={18} stroke={1.75} aria-hidden />
            </Button>
          </div>
          <div className={classes.verbs}>
            {may("return") && (
              <Button
                look="warn"
                icon={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />}
                shortcut={keysOn ? "T" : undefined}
                onClick={() => onRemarking(true)}
              >
                {t("review.return")}
              </Button>
            )}
            {may("accept") && (
              <Button
                look="filled"
                icon={<IconCheck size={18} stroke={1.75} aria-hidden />}
                shortcut={keysOn ? "D" : undefined}
                aria-haspopup="dialog"
                onClick={() => setAsking(true)}
              >
                {t("review.accept")}
              </Button>
            )}
          </div>
        </div>
      )}
      {!remarking && (
        <p className={classes.keys}>
          {keysOn && t("review.keys")}{" "}
          <button type="button" onClick={() => turnKeys(!keysOn)}>
            {t(keysOn ? "review.keysOff" : "review.keysOn")}
          </button>
        </p>
      )}
    </section>
  );
}
