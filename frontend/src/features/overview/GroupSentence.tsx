import { Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Day, lastGoodDay, remaining } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { TextWithCounts } from "@/shared/ui/TextWithCounts/TextWithCounts";
import { toRound } from "./links";
import { type GroupGlance, handedIn, inTime, isComing, owing, type RoundGlance } from "./rounds";

/** Up to how many are named in a sentence. */
const named = 3;

interface GroupSentenceProps {
  round: RoundGlance;
  group: GroupGlance;
  asOf: string;
  today: Day;
  /** Without the group's name, which stands before. */
  short?: boolean;
}

/** «12/15 xã, phường nộp đúng hạn; 2 trễ; 1 chưa nộp: Xã Phổ Châu.»; before the deadline who has handed in and what remains. */
export function GroupSentence({ round, group, asOf, today, short = false }: GroupSentenceProps) {
  const { t } = useTranslation();
  const { counts } = group;
  const all = owing(counts);
  const who = short ? "" : t(`home.${group.group}`);
  const to = (show?: string) => toRound(round.id, show);
  const phrases: ReactNode[] = [];
  if (isComing(round, asOf)) {
    phrases.push(
      <TextWithCounts
        i18nKey={short ? "home.inShort" : "home.inLong"}
        values={{ done: handedIn(counts), all, who }}
        links={{ done: to() }}
      />,
    );
    const open = all - handedIn(counts);
    if (open > 0)
      phrases.push(
        <TextWithCounts
          i18nKey="home.openLeft"
          values={{ count: open, left: remaining(lastGoodDay(round.due_before), today) }}
          links={{ open: to("open") }}
        />,
      );
  } else {
    phrases.push(
      <TextWithCounts
        i18nKey={short ? "home.timelyShort" : "home.timelyLong"}
        values={{ done: inTime(counts), all, who }}
        links={{ done: to("on_time") }}
      />,
    );
    if (counts.late > 0)
      phrases.push(
        <TextWithCounts
          i18nKey="home.lateCount"
          values={{ count: counts.late }}
          links={{ late: to("late") }}
        />,
      );
    if (counts.missing > 0)
      phrases.push(
        <>
          <TextWithCounts
            i18nKey="home.missingCount"
            values={{ count: counts.missing }}
            links={{ missing: to("missing") }}
          />
          {group.missing.length <= named && <Missing round={round} names={group.missing} />}
        </>,
      );
  }
  return (
    <>
      {phrases.map((phrase, at) => (
        // A phrase has no identity but its place.
        <Fragment key={at}>
          {at > 0 && "; "}
          {phrase}
        </Fragment>
      ))}
      .
    </>
  );
}

/** «: Xã Phổ Châu», each leading to its record. */
function Missing({ round, names }: { round: RoundGlance; names: string[] }) {
  return names.map((name, at) => {
    const report = round.agencies.find((one) => one.agency === name && one.standing === "missing")?.report_id;
    return (
      <Fragment key={name}>
        {at === 0 ? ": " : ", "}
        <Link to={withFilters(paths.follow, { plan: round.plan_id, cell: report })}>{name}</Link>
      </Fragment>
    );
  });
}
