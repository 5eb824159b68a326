import { IconCheck, IconHelpCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayText, lastGoodDay, weekday } from "@/shared/format";
import "@/shared/theme/tinos.css";
import classes from "./ImportRows.module.css";
import {
  type Draft,
  type Match,
  matchOf,
  type Party,
  pieces,
  type Reading,
  type Source,
  sourcesUnder,
} from "./reading";

interface Fact {
  name: string;
  value: ReactNode;
  match?: Match;
  /** What stands in the document for it, to be marked there. */
  mark?: string;
}

interface ImportRowsProps {
  reading: Reading;
  /** The reading as a person has settled it so far. */
  draft: Draft;
  /** Groups by hand that still wait for their members. */
  waiting: ReadonlySet<string>;
}

/** Sentence by sentence: what stands in the document, and what the system takes it for. */
export function ImportRows({ reading, draft, waiting }: ImportRowsProps) {
  const { t } = useTranslation();
  const party = (name: string, at: string, one: Party, sources: Source[]): Fact => {
    const words = one.group ?? one.agency ?? "";
    const open = one.group === undefined ? (one.agency_id ?? null) === null : waiting.has(one.group_id ?? "");
    const written =
      sources.length > 0 ? sources : sourcesUnder(reading, at, at.slice(0, at.lastIndexOf("/")));
    return {
      name,
      value: words,
      mark: words,
      match: open ? "choose" : matchOf(words, written),
    };
  };
  const parties = (name: string, at: string, list: Party[]) =>
    list.map((one, i) => party(i === 0 ? name : "", `${at}/${i}`, one, []));
  const text = (name: string, value: string, at: string): Fact => ({
    name,
    value,
    mark: value,
    match: matchOf(value, sourcesUnder(reading, at)),
  });

  return (
    <div className={classes.table}>
      <div className={classes.heads} aria-hidden>
        <span />
        <span className="cap">{t("planImport.inDocument")}</span>
        <span className="cap">{t("planImport.understood")}</span>
      </div>
      <Row
        headed
        name={t("planImport.subject")}
        sources={sourcesUnder(reading, "/document_kind", "/title", "/number", "/issued_on")}
        facts={[
          { name: t("planImport.kind"), value: draft.document_kind },
          text(t("planImport.title"), draft.title, "/title"),
          { name: t("planImport.number"), value: draft.number ?? t("planImport.givenAtIssue") },
          ...(draft.period === null
            ? []
            : [
                {
                  name: t("planImport.period"),
                  value: `${dayText(draft.period.starts_on)} – ${dayText(draft.period.ends_on)}`,
                },
              ]),
        ]}
      />
      {draft.legal_bases.map((basis, i) => (
        <Row
          key={`basis${i}`}
          name={t("planImport.basis")}
          sources={sourcesUnder(reading, `/legal_bases/${i}`)}
          facts={[
            {
              name: t("planImport.numberAndDay"),
              value: `${basis.number ?? "–"}${basis.issued_on === null ? "" : `, ${dayText(basis.issued_on)}`}`,
              mark: basis.number ?? "",
            },
            text(t("planImport.issuer"), basis.issuer, `/legal_bases/${i}`),
          ]}
        />
      ))}
      {draft.tasks.map((task, i) => (
        <Row
          key={`task${i}`}
          headed
          name={t("planImport.task", { ordinal: task.ordinal })}
          sources={sourcesUnder(reading, `/tasks/${i}`)}
          facts={[
            text(t("planImport.title"), task.title, `/tasks/${i}/title`),
            ...parties(t("planImport.leads"), `/tasks/${i}/leads`, task.leads),
            ...parties(t("planImport.coordinators"), `/tasks/${i}/coordinators`, task.coordinators),
            {
              name: t("planImport.time"),
              mark: task.schedule.text,
              value: `${task.schedule.text === "" ? t("planImport.noTime") : task.schedule.text}${days(task.schedule)}`,
              match: task.schedule.kind === "unspecified" ? "choose" : "same",
            },
          ]}
        />
      ))}
      {draft.responsibilities.map((one, i) => (
        <Row
          key={`duty${i}`}
          name={t("planImport.responsibility")}
          sources={sourcesUnder(reading, `/responsibilities/${i}/who`)}
          facts={[
            ...parties(t("planImport.who"), `/responsibilities/${i}/who`, one.who),
            { name: t("planImport.duties"), value: t("planImport.dutyCount", { count: one.duties.length }) },
          ]}
        />
      ))}
      {draft.reporting.map((one, i) => (
        <Row
          key={`report${i}`}
          name={t("planImport.reporting")}
          sources={sourcesUnder(reading, `/reporting/${i}`)}
          facts={[
            ...parties(t("planImport.from"), `/reporting/${i}/from`, one.from),
            ...(one.to === null ? [] : [party(t("planImport.to"), `/reporting/${i}/to`, one.to, [])]),
            ...(one.through === null
              ? []
              : [party(t("planImport.through"), `/reporting/${i}/through`, one.through, [])]),
            {
              name: t("planImport.deadline"),
              mark: one.text,
              value:
                one.due_before === null
                  ? one.text
                  : `${one.text} (${t("planImport.lastGood", { day: dayText(lastGoodDay(one.due_before)), weekday: weekday(lastGoodDay(one.due_before)) })})`,
              match: one.due_before === null ? "choose" : "same",
            },
          ]}
        />
      ))}
      <Row
        name={t("planImport.end")}
        sources={sourcesUnder(reading, "/signature")}
        facts={[
          {
            name: t("planImport.signature"),
            value: [...draft.signature.lines, draft.signature.name].filter(Boolean).join(" / "),
          },
          { name: t("planImport.recipients"), value: draft.recipients.join("; ") },
        ]}
      />
    </div>
  );
}

function days({ starts_on, ends_on }: { starts_on: string | null; ends_on: string | null }): string {
  if (starts_on === null && ends_on === null) return "";
  return `: ${starts_on === null ? "…" : dayText(starts_on)} – ${ends_on === null ? "…" : dayText(ends_on)}`;
}

interface RowProps {
  name: string;
  sources: Source[];
  facts: Fact[];
  /** Its first line is a heading of the document. */
  headed?: boolean;
}

function Row({ name, sources, facts, headed }: RowProps) {
  const marks = facts.map(({ mark }) => mark ?? "");
  const open = new Set(
    facts.filter(({ match }) => match === "choose").map(({ mark = "" }) => mark.toLocaleLowerCase("vi")),
  );
  return (
    <div role="group" className={classes.row} aria-label={name}>
      <p className={classes.name}>{name}</p>
      <div className={classes.source} lang="vi" data-headed={headed || undefined}>
        {sources.map(({ text, line }) => (
          <p key={`${line}${text}`}>
            {pieces(text, marks).map(({ words, marked }, i) =>
              marked ? (
                <mark key={i} data-open={open.has(words.toLocaleLowerCase("vi")) || undefined}>
                  {words}
                </mark>
              ) : (
                words
              ),
            )}
          </p>
        ))}
      </div>
      <dl className={classes.facts}>
        {facts.map((fact, i) => (
          <div key={i}>
            <dt>{fact.name}</dt>
            <dd>
              <span>{fact.value}</span>
              {fact.match !== undefined && <Matched match={fact.match} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Matched({ match }: { match: Match }) {
  const { t } = useTranslation();
  const Icon = match === "choose" ? IconHelpCircle : IconCheck;
  return (
    <span className={classes.match} data-match={match}>
      <Icon size={16} stroke={1.75} aria-hidden /> {t(`planImport.match.${match}`)}
    </span>
  );
}
