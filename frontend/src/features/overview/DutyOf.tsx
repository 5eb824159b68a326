import i18next from "i18next";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe, useToday } from "@/shared/access";
import { before, remaining } from "@/shared/format";
import { paths, pathTo } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { DutyCard } from "@/shared/ui/DutyCard/DutyCard";
import { doneCount, sectionsOf } from "@/shared/ui/SectionProgress/sections";
import { type Standing, standings } from "@/shared/ui/StateBadge/standing";
import { partWords } from "./ContinuousRows";
import { type Duty, ownReportsQuery } from "./queries";

/** The card of one thing due: what, until when, what remains, what the reviewer said, one button. */
export function DutyOf({ duty }: { duty: Duty }) {
  return duty.kind === "report" ? <ReportDuty duty={duty} /> : <AssignmentDuty duty={duty} />;
}

function ReportDuty({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const today = useToday();
  const { agency } = useMe();
  const { data } = useQuery(ownReportsQuery(agency.id));
  const report = data?.find((one) => one.id === duty.id);
  const sections = report === undefined ? undefined : sectionsOf(report);
  const due =
    report?.state === "returned" ? (report.resubmit_before ?? report.due_before) : report?.due_before;
  const returned = duty.state === "returned";
  const verb = returned
    ? "fixAndSend"
    : sections?.some((state) => state !== "todo") === false
      ? "begin"
      : "goOn";
  return (
    <DutyCard
      {...timing(duty, today)}
      title={duty.title}
      until={untilWords(due, returned)}
      quote={quoteOf(duty, t("overview.moreRemarks", { count: duty.remarks.length - 1 }))}
      sections={sections}
      note={
        sections === undefined
          ? undefined
          : t("overview.sectionsDone", { done: doneCount(sections), all: sections.length })
      }
      action={
        <Button
          look="filled"
          size="large"
          to={pathTo(paths.reportGoOn, { id: duty.id })}
          aria-label={`${t(`report.${verb}`)}: ${duty.title}`}
        >
          {t(`report.${verb}`)}
        </Button>
      }
    />
  );
}

/** «trước ngày 10/11/2024»; after a return «gửi lại trước ngày 10/11/2024», or that no day was set. */
function untilWords(due: string | null | undefined, returned: boolean): string | undefined {
  if (due === undefined) return undefined;
  if (!returned) return due === null ? undefined : before(due);
  return due === null
    ? i18next.t("overview.resubmit")
    : i18next.t("overview.resubmitBefore", { before: before(due) });
}

function AssignmentDuty({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const today = useToday();
  const verbs = {
    assigned: "overview.receive",
    received: "overview.record",
    in_progress: "overview.record",
    returned: "report.fixAndSend",
  } as const;
  const verb = duty.state in verbs ? verbs[duty.state as keyof typeof verbs] : "overview.open";
  const urgent = duty.state === "returned" || duty.standing === "overdue" || duty.standing === "due_soon";
  return (
    <DutyCard
      {...timing(duty, today)}
      title={duty.title}
      until={partWords(duty)}
      quote={quoteOf(duty, "")}
      action={
        <Button
          look={urgent ? "filled" : "outline"}
          size="large"
          to={pathTo(paths.assignment, { id: duty.id })}
          aria-label={`${t(verb)}: ${duty.title}`}
        >
          {t(verb)}
        </Button>
      }
    />
  );
}

function timing(duty: Duty, today: string) {
  const standing: Standing =
    duty.state === "returned" ? "returned" : (standings.find((one) => one === duty.standing) ?? "upcoming");
  return {
    standing,
    day: duty.last_day,
    ...(duty.last_day === null ? {} : { remaining: remaining(duty.last_day, today) }),
  };
}

/** What the reviewer said: the note, else the first remark, and that there are more. */
function quoteOf(duty: Duty, more: string): { words: string; by: string } | undefined {
  if (duty.state !== "returned") return undefined;
  const [first] = duty.remarks;
  const words = duty.return_note !== "" ? duty.return_note : first?.text;
  if (words === undefined || words === "") return undefined;
  return { words, by: duty.remarks.length > 1 ? more : "" };
}
