import { IconShare2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { daysBetween, dayOf, lastGoodDay, moment } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DownloadButton } from "@/shared/ui/DownloadButton/DownloadButton";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { Link } from "@/shared/ui/Link/Link";
import { goTo } from "@/shared/ui/Link/follow";
import { ReceiptSlip } from "@/shared/ui/ReceiptSlip/ReceiptSlip";
import { StateBadge } from "@/shared/ui/StateBadge/StateBadge";
import { toast } from "@/shared/ui/Toast/toasts";
import type { Draft } from "./draft/draft";
import { useDraft } from "./draft/useDraft";
import { roundQuery } from "./queries";
import { ReportFrame } from "./ReportFrame";
import { isEditable, type Report } from "./report";
import classes from "./Receipt.module.css";

/** What the office gave for a report: number, instant, what happens next. Until it has it, that the report waits to go in. */
export function Receipt({ id, files }: { id: string; files?: ReactNode }) {
  const { t } = useTranslation();
  const { draft, box } = useDraft(id);
  const { report, handIn } = draft;
  const stopped = useStopped(draft);
  const given = report.receipt !== null && !isEditable(report) ? report.receipt : null;
  const title = t(handIn === null ? "report.receiptPage" : "report.waitingPage");
  return (
    <ReportFrame draft={draft} box={box} back={pathTo(paths.report, { id })} title={title} wide>
      <title>{`${title} | ${t("common.appName")}`}</title>
      {given !== null && <Given report={report} number={given} files={files} />}
      {given === null && handIn === null && !stopped && (
        <EmptyState
          page
          title={t("report.receiptNone")}
          why={t("report.receiptNoneWhy")}
          action={
            <Button look="filled" to={pathTo(paths.report, { id })}>
              {t("report.open")}
            </Button>
          }
        />
      )}
      {handIn !== null && (
        <div className={classes.waiting}>
          <h1>{t("report.waitingTitle")}</h1>
          <p>{t("report.waitingMay")}</p>
          <p className={classes.back}>
            <Link to={paths.home}>{t("report.toWork")}</Link>
          </p>
        </div>
      )}
    </ReportFrame>
  );
}

/** What was to go in and could not leads back to the check, where the reason stands. */
function useStopped({ report, handIn, recheck, refused, wrong }: Draft): boolean {
  const stopped =
    isEditable(report) && handIn === null && (recheck || refused !== null || Object.keys(wrong).length > 0);
  useEffect(() => {
    if (stopped) goTo(pathTo(paths.reportCheck, { id: report.id }), { replace: true });
  }, [stopped, report.id]);
  return stopped;
}

function Given({ report, number, files }: { report: Report; number: string; files?: ReactNode }) {
  const { t } = useTranslation();
  const { data: round } = useQuery(roundQuery(report.round_id));
  const office = round?.through.agency ?? "";
  const at = report.submitted_at ?? report.updated_at;
  const arrival = useRef<HTMLDivElement>(null);
  useEffect(() => {
    arrival.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  const facts: { name: string; value: ReactNode }[] = [
    {
      name: t("report.factReport"),
      value: t("report.factReportText", { title: report.title, revision: report.revision }),
    },
    { name: t("report.checkFrom"), value: report.agency },
    ...(office === "" ? [] : [{ name: t("report.checkTo"), value: office }]),
    { name: t("report.factResult"), value: <Result report={report} /> },
    ...(files === undefined ? [] : [{ name: t("report.checkFiles"), value: files }]),
  ];
  const share = () => {
    const text = t("report.shareText", {
      agency: report.agency,
      title: report.title,
      number,
      at: moment(at),
    });
    void shareText(text).then((copied) => copied && toast(t("report.copied")));
  };
  return (
    <div className={classes.given}>
      <div ref={arrival} tabIndex={-1}>
        <ReceiptSlip title={t("report.receiptTitle", { office })} number={number} at={at} facts={facts} />
      </div>
      <div className={classes.after}>
        <section className={classes.next}>
          <h2>{t("report.nextSteps")}</h2>
          <ol>
            <li>{t("report.nextReview", { office })}</li>
            <li>{t("report.nextReturned")}</li>
            <li>{t("report.nextAccepted")}</li>
          </ol>
        </section>
        <div className={classes.actions}>
          <Button size="large" wide icon={<IconShare2 size={20} stroke={1.75} aria-hidden />} onClick={share}>
            {t("report.share")}
          </Button>
          <DownloadButton size="large" wide path={`/reports/${report.id}/document.docx`}>
            {t("report.docx")}
          </DownloadButton>
          <p className={classes.back}>
            <Link to={paths.home}>{t("report.toWork")}</Link>
          </p>
        </div>
      </div>
    </div>
  );
}

/** «Đúng hạn, sớm 3 ngày», by the first handing-in, which decides. */
export function Result({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { standing, due_before: due, first_submitted_at: first, days_late: late } = report;
  if (standing === "late") return <StateBadge standing="late" days={late} />;
  if (standing === "nil") return <StateBadge standing="nil">{t("report.nilEarly")}</StateBadge>;
  if (due === null || first === null) return <StateBadge standing={standing} />;
  const early = daysBetween(dayOf(first), lastGoodDay(due));
  return (
    <StateBadge standing={standing}>
      {early > 0 ? t("report.onTimeEarly", { count: early }) : t("report.onTimeToday")}
    </StateBadge>
  );
}

/** Shares by the device's own sheet where it has one, else copies; tells whether it copied. */
async function shareText(text: string): Promise<boolean> {
  try {
    if ("share" in navigator) {
      await navigator.share({ text });
      return false;
    }
    await (navigator as Navigator).clipboard.writeText(text);
    return true;
  } catch {
    return false; // closed without choosing
  }
}
