import { IconCircleOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { SectionProgress } from "@/shared/ui/SectionProgress/SectionProgress";
import { doneCount } from "@/shared/ui/SectionProgress/sections";
import { toast } from "@/shared/ui/Toast/toasts";
import { paths, pathTo } from "@/shared/paths";
import type { ReportBox } from "./draft/box";
import type { Draft } from "./draft/draft";
import { isNil, place } from "./draft/fields";
import { sectionState } from "./draft/progress";
import { useDraft } from "./draft/useDraft";
import { roundQuery } from "./queries";
import { RemarkNote } from "./RemarkNote";
import { ReportFrame } from "./ReportFrame";
import { type FilesPlace, isEditable } from "./report";
import { ReportView } from "./ReportView";
import classes from "./ReportStart.module.css";
import { SectionList } from "./SectionList";
import { Signing } from "./Signing";
import { openSection, remarkPath, sectionPath } from "./way";

/** The first page of a report: how far it is, what was said about it, all its sections; once handed in, what went in. */
export function ReportStart({ id, evidence }: { id: string; evidence?: FilesPlace }) {
  const { draft, box } = useDraft(id);
  if (!isEditable(draft.report)) return <ReportView id={id} evidence={evidence} />;
  return <Start draft={draft} box={box} evidence={evidence} />;
}

function Start({ draft, box, evidence }: { draft: Draft; box: ReportBox; evidence?: FilesPlace }) {
  const { t } = useTranslation();
  const { report, fields } = draft;
  const { data: round } = useQuery(roundQuery(report.round_id));
  const states = report.sections.map((section) => sectionState(section, fields));
  return (
    <ReportFrame draft={draft} box={box} back={paths.reports} heading wide bar={<Next draft={draft} />}>
      <title>{`${report.title} | ${t("common.appName")}`}</title>
      {report.state === "returned" && <Returned draft={draft} office={round?.through.agency} />}
      <div className={classes.columns}>
        <div className={classes.column}>
          <div className={classes.progress}>
            <SectionProgress sections={states} />
            <p>{t("report.doneSentence", { done: doneCount(states), all: states.length })}</p>
          </div>
          <SectionList draft={draft} />
          {draft.handIn === null && <NilAll draft={draft} box={box} />}
        </div>
        <div className={classes.column}>
          {evidence?.(draft.handIn === null)}
          <Signing draft={draft} onWrite={(changes) => box.write(report.id, changes)} />
        </div>
      </div>
    </ReportFrame>
  );
}

function Returned({ draft, office }: { draft: Draft; office: string | undefined }) {
  const { t } = useTranslation();
  const { remarks, return_note: note, id } = draft.report;
  const [first] = remarks;
  return (
    <section className={classes.returned} aria-label={t("report.returnedTitle")}>
      <p>
        <b>{t("report.returnedTitle")}.</b>{" "}
        {remarks.length > 0
          ? t("report.returnedCount", { count: remarks.length })
          : t("report.returnedWhole")}
      </p>
      {note !== "" && <RemarkNote office={office} words={note} />}
      {first !== undefined && (
        <Button look="warn" to={remarkPath(id, first)}>
          {t("report.toRemark")}
        </Button>
      )}
    </section>
  );
}

function NilAll({ draft, box }: { draft: Draft; box: ReportBox }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { report, fields } = draft;
  if (report.sections.every(({ code }) => isNil(fields, code))) return null;
  const confirm = () => {
    const before = Object.fromEntries(
      report.sections.map(({ code }) => [place.nil(code), isNil(fields, code)]),
    );
    box.write(report.id, Object.fromEntries(Object.keys(before).map((name) => [name, true])));
    setAsking(false);
    toast(t("report.nilAllDone"), () => box.write(report.id, before));
  };
  return (
    <div>
      <Button
        icon={<IconCircleOff size={20} stroke={1.75} aria-hidden />}
        onClick={() => setAsking(true)}
        aria-haspopup="dialog"
      >
        {t("report.nilAll")}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t("report.nilAllTitle")}
          verb={t("report.nilAll")}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          <p>{t("report.nilAllWhy", { count: report.sections.length })}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

/** One filled button: the first section that is not done, or the check. */
function Next({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { report, fields } = draft;
  const states = report.sections.map((section) => sectionState(section, fields));
  const open = openSection(draft);
  const check = pathTo(paths.reportCheck, { id: report.id });
  const begun = states.some((state) => state !== "todo");
  const checkWords = t(report.state === "returned" ? "report.toCheckAgain" : "report.toCheck");
  if (open === undefined || report.state === "returned")
    return (
      <Button look="filled" size="large" to={check}>
        {checkWords}
      </Button>
    );
  return (
    <>
      {begun && (
        <Button size="large" to={check}>
          {checkWords}
        </Button>
      )}
      <Button look="filled" size="large" to={sectionPath(report.id, open.code)}>
        {t(begun ? "report.goOn" : "report.begin")}
      </Button>
    </>
  );
}
