import { type ReactNode, Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { lastGoodDay, remaining } from "@/shared/format";
import { paths, withFilters } from "@/shared/paths";
import { TextWithCounts } from "@/shared/ui/TextWithCounts/TextWithCounts";
import { toRound } from "./links";
import { handedIn, isComing, owing, type RoundGlance } from "./rounds";

interface OfficeTitleProps {
  home: components["schemas"]["Overview"];
  round: RoundGlance | undefined;
}

/** What is the case, in one sentence whose numbers lead to their records. */
export function OfficeTitle({ home, round }: OfficeTitleProps) {
  const { t } = useTranslation();
  const { reports, assignments } = home.review;
  const phrases: ReactNode[] = [];
  if (reports > 0)
    phrases.push(
      <TextWithCounts i18nKey="home.toReview" values={{ count: reports }} links={{ review: paths.review }} />,
    );
  if (assignments > 0)
    phrases.push(
      <TextWithCounts
        i18nKey="home.toConfirm"
        values={{ count: assignments }}
        links={{ confirm: withFilters(paths.follow, { show: "awaiting" }) }}
      />,
    );
  if (reports + assignments === 0) phrases.push(t("home.nothingWaits"));
  if (round !== undefined) phrases.push(<RoundPhrase round={round} asOf={home.as_of} today={home.today} />);
  return phrases.map((phrase, at) => (
    // A phrase has no identity but its place.
    <Fragment key={at}>
      {at > 0 && ", "}
      {phrase}
    </Fragment>
  ));
}

function RoundPhrase({ round, asOf, today }: { round: RoundGlance; asOf: string; today: string }) {
  const missing = round.counts.missing;
  if (isComing(round, asOf))
    return (
      <TextWithCounts
        i18nKey="home.handedIn"
        values={{
          done: handedIn(round.counts),
          all: owing(round.counts),
          left: remaining(lastGoodDay(round.due_before), today),
        }}
        links={{ round: toRound(round.id) }}
      />
    );
  return (
    <TextWithCounts
      i18nKey={missing === 0 ? "home.allIn" : "home.missing"}
      values={missing === 0 ? { all: owing(round.counts) } : { count: missing }}
      links={{ missing: toRound(round.id, missing === 0 ? undefined : "missing") }}
    />
  );
}
