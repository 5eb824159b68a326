import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay, useMe, useToday } from "@/shared/access";
import { before, lastGoodDay, remaining } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { ErrorSummary } from "@/shared/ui/ErrorSummary/ErrorSummary";
import { FactList } from "@/shared/ui/FactList/FactList";
import type { ReportBox } from "./draft/box";
import type { Draft } from "./draft/draft";
import { useDraft } from "./draft/useDraft";
import { fixesOf, missingOf } from "./checks";
import { Missing } from "./Missing";
import { roundQuery } from "./queries";
import { Receipt } from "./Receipt";
import { RemarksDone } from "./RemarksDone";
import { ReportFrame } from "./ReportFrame";
import { type FilesPlace, dueOf, isEditable } from "./report";
import { SectionsInShort } from "./SectionsInShort";
import classes from "./CheckReport.module.css";

interface CheckReportProps {
  id: string;
  /** The report's attachments. */
  evidence?: FilesPlace;
  /** How many of them the office has, in a line on the receipt. */
  files?: ReactNode;
}

/** What goes in, to whom, until when, what is missing; then handing in. Once it is in, the receipt stands here. */
export function CheckReport({ id, evidence, files }: CheckReportProps) {
  const { draft, box } = useDraft(id);
  // In place, with no other page to fetch: one may be without a network by now.
  if (!isEditable(draft.report) || draft.handIn !== null) return <Receipt id={id} files={files} />;
  return <Check draft={draft} box={box} evidence={evidence} />;
}

function Check({ draft, box, evidence }: { draft: Draft; box: ReportBox; evidence?: FilesPlace }) {
  const { t } = useTranslation();
  const { report } = draft;
  const [tried, setTried] = useState(0);
  const again = report.state === "returned";
  const fixes = fixesOf(draft);
  const title = t(again ? "report.checkTitleAgain" : "report.checkTitle");
  return (
    <ReportFrame
      draft={draft}
      box={box}
      back={pathTo(paths.report, { id: report.id })}
      wide
      bar={<HandIn draft={draft} box={box} onTry={() => setTried((n) => n + 1)} />}
    >
      <header>
        <title>{`${title} | ${t("common.appName")}`}</title>
        <h1 className={classes.title}>{title}</h1>
      </header>
      {(tried > 0 || Object.keys(draft.wrong).length > 0) && fixes.length > 0 && (
        <ErrorSummary key={tried} title={t("report.fixFirst", { count: fixes.length })} lines={fixes} />
      )}
      <div className={classes.columns}>
        <div className={classes.first}>
          <Facts draft={draft} />
          {again && <RemarksDone draft={draft} />}
          <Missing missing={missingOf(draft)} />
        </div>
        <SectionsInShort draft={draft} />
        <div className={classes.last}>{evidence?.(true)}</div>
      </div>
    </ReportFrame>
  );
}

function Facts({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { report } = draft;
  const { data: round } = useQuery(roundQuery(report.round_id));
  const today = useToday();
  const due = dueOf(report);
  const facts = [
    { name: t("report.factReport"), value: report.title },
    { name: t("report.checkFrom"), value: report.agency },
  ];
  if (round !== undefined)
    facts.push({
      name: t("report.checkTo"),
      value: t("report.checkToText", { through: round.through.agency, to: round.to.agency }),
    });
  if (due !== null)
    facts.push({
      name: t("report.checkDue"),
      value: t("report.checkDueText", {
        before: before(due),
        left: remaining(lastGoodDay(due), today),
      }),
    });
  return <FactList facts={facts} />;
}

/** The head hands in; an officer sees for whom the report waits. */
function HandIn({ draft, box, onTry }: { draft: Draft; box: ReportBox; onTry: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { report } = draft;
  const { data: round } = useQuery(roundQuery(report.round_id));
  const me = useMe();
  const mayHandIn = useMay("report:submit") && report.allowed_actions.includes("submit");
  if (!mayHandIn)
    return (
      <Banner>
        <b>{t("report.awaitHead")}</b> {me.position === "officer" && t("report.awaitHeadWhy")}
      </Banner>
    );
  const ask = () => {
    onTry();
    if (fixesOf(draft).length === 0) setAsking(true);
  };
  const confirm = () => {
    setAsking(false);
    box.handIn(report.id);
    window.scrollTo(0, 0);
  };
  const verb = t(report.state === "returned" ? "report.resubmit" : "report.submit");
  return (
    <>
      <Button look="filled" size="large" onClick={ask} aria-haspopup="dialog">
        {verb}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("report.submitTitle", { office: round?.through.agency ?? "" })}
          verb={verb}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t("report.submitWhy")}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
