import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { dayText } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Link } from "@/shared/ui/Link/Link";
import { goTo } from "@/shared/ui/Link/follow";
import { SectionProgress } from "@/shared/ui/SectionProgress/SectionProgress";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import type { Draft } from "./draft/draft";
import { sectionState } from "./draft/progress";
import { useDraft } from "./draft/useDraft";
import { roundQuery } from "./queries";
import { ReportFrame } from "./ReportFrame";
import { type FilesPlace, isEditable, type Section } from "./report";
import { SectionForm } from "./SectionForm";
import { SectionList, useSectionWords } from "./SectionList";
import classes from "./SectionScreen.module.css";
import { useArrival } from "./useArrival";
import { remarkPath, sectionPath } from "./way";

interface SectionScreenProps {
  id: string;
  code: string;
  /** The report's attachments. */
  evidence?: FilesPlace;
}

/** One section of a report, alone on a phone; on a desktop with the list of sections beside it. One that cannot be written leads to the report. */
export function SectionScreen({ id, code, evidence }: SectionScreenProps) {
  const { draft, box, closed } = useDraft(id);
  const { data: round } = useQuery(roundQuery(draft.report.round_id));
  useArrival();
  const { sections } = draft.report;
  const at = sections.findIndex((one) => one.code === code);
  const section = sections[at];
  const ends = closed || section === undefined;
  useEffect(() => {
    if (ends) goTo(pathTo(paths.report, { id }), { replace: true });
  }, [ends, id]);
  if (section === undefined || !isEditable(draft.report)) return <Skeleton lines={3} />;
  return (
    <ReportFrame
      draft={draft}
      box={box}
      back={pathTo(paths.report, { id })}
      aside={<SectionList draft={draft} at={code} />}
      bar={<Steps draft={draft} at={at} />}
    >
      <Where draft={draft} at={at} />
      <header>
        <h1 className={classes.title}>{section.title}</h1>
        <Caption section={section} starts={round?.starts_on} ends={round?.ends_on} />
      </header>
      <SectionForm
        key={code}
        draft={draft}
        section={section}
        office={round?.through.agency}
        onWrite={(changes) => box.write(id, changes)}
      />
      {evidence?.(draft.handIn === null)}
    </ReportFrame>
  );
}

/** The panes of a phone: which section this is, and how far all are. */
function Where({ draft, at }: { draft: Draft; at: number }) {
  const { t } = useTranslation();
  const words = useSectionWords();
  const states = draft.report.sections.map((section) => sectionState(section, draft.fields));
  const state = states[at] ?? "todo";
  return (
    <div className={classes.where}>
      <SectionProgress sections={states} at={at} />
      <p>
        <b>{t("report.sectionOf", { at: at + 1, all: states.length })}</b> <span>{words[state]}</span>
        <Link to={pathTo(paths.report, { id: draft.report.id })} className={classes.all}>
          {t("report.sections")}
        </Link>
      </p>
    </div>
  );
}

function Caption({
  section,
  starts,
  ends,
}: {
  section: Section;
  starts: string | undefined;
  ends: string | undefined;
}) {
  const { t } = useTranslation();
  const parts = [
    section.task_ordinal === null
      ? null
      : t("report.taskCaption", { ordinal: section.task_ordinal }).replaceAll(" ", "\u00a0"),
    starts === undefined || ends === undefined
      ? null
      : t("report.period", { from: dayText(starts), to: dayText(ends) }),
  ];
  return <p className={classes.caption}>{parts.filter((part) => part !== null).join(" · ")}</p>;
}

function Steps({ draft, at }: { draft: Draft; at: number }) {
  const { t } = useTranslation();
  const { id, sections } = draft.report;
  const before = sections[at - 1];
  return (
    <>
      <Button
        size="large"
        icon={<IconArrowLeft size={20} stroke={1.75} aria-hidden />}
        to={before === undefined ? pathTo(paths.report, { id }) : sectionPath(id, before.code)}
      >
        {t("common.previous")}
      </Button>
      <Forward draft={draft} at={at} />
    </>
  );
}

/** The next step: the next section, after a return the next remark, at the end the check. */
function Forward({ draft, at }: { draft: Draft; at: number }) {
  const { t } = useTranslation();
  const { id, sections, state, remarks } = draft.report;
  const returned = state === "returned";
  const ahead = sections.slice(at + 1);
  const remark = remarks.find((one) => ahead.some(({ code }) => code === one.section));
  const [after] = ahead;
  const [to, words] =
    returned && remark !== undefined
      ? [remarkPath(id, remark), t("report.nextRemark")]
      : !returned && after !== undefined
        ? [sectionPath(id, after.code), t("report.next")]
        : [pathTo(paths.reportCheck, { id }), t(returned ? "report.toCheckAgain" : "report.toCheck")];
  return (
    <Button look="filled" size="large" to={to}>
      {words}
    </Button>
  );
}
