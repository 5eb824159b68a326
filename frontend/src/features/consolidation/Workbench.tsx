import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { paths, pathTo } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { Tabs } from "@/shared/ui/Tabs/Tabs";
import { ChangedBanner } from "./ChangedBanner";
import { Conflicts } from "./Conflicts";
import { Deciding } from "./Deciding";
import { fieldsOf, isPart, type Write } from "./draft/fields";
import { waitingIn } from "./draft/narrative";
import { useNarrative } from "./draft/useNarrative";
import { PartGuide } from "./PartGuide";
import { planQuery } from "./queries";
import { type Consolidation, parts } from "./report";
import { SectionList } from "./SectionList";
import { stateOf, toOpen } from "./section";
import { Sheet } from "./Sheet";
import { StateBanner } from "./StateBanner";
import { Texts } from "./Texts";
import classes from "./Workbench.module.css";

interface WorkbenchProps {
  round: components["schemas"]["ReportRound"];
  consolidation: Consolidation;
  reportId: string;
  section: string | undefined;
  view: string | undefined;
  setFilters: (change: Record<string, string | undefined>, how?: { replace: boolean }) => void;
}

const views = ["sections", "texts", "sheet"] as const;

/** Sections left, the agencies' texts in the middle, the emerging official text right. */
export function Workbench({ round, consolidation, reportId, section, view, setFilters }: WorkbenchProps) {
  const { t } = useTranslation();
  const { narrative, box } = useNarrative(reportId);
  const { data: plan } = useSuspenseQuery(planQuery(round.plan_id));
  const { report } = narrative;
  const editable = report.allowed_actions.includes("edit");
  const fields = editable ? narrative.fields : fieldsOf(report);
  const open = consolidation.sections.find((one) => one.code === section) ?? null;
  const part = section !== undefined && isPart(section) ? section : null;
  const [first] = useState(() => toOpen(consolidation.sections, fields)?.code); // it stays open once it is done
  const opened =
    consolidation.sections.find((one) => one.code === first) ?? consolidation.sections[0] ?? null;
  const chosen = open ?? (part === null ? opened : null);
  const shown = views.find((one) => one === view) ?? (editable ? "texts" : "sheet");
  const here = pathTo(paths.consolidation, { id: round.id });
  const write: Write | null = editable
    ? (change) =>
        box.write(
          reportId,
          typeof change === "function" ? change(box.get(reportId)?.fields ?? narrative.fields) : change,
        )
    : null;
  const done = consolidation.sections.filter((one) => stateOf(one, fields) === "done").length;
  return (
    <div className={classes.root} data-shown={shown}>
      <title>{`${t("consolidation.title")} | ${t("common.appName")}`}</title>
      <StateBanner report={report} />
      <ChangedBanner
        changes={consolidation.changed_sources}
        frozen={consolidation.frozen}
        here={here}
        onWrite={write}
      />
      <div className={classes.head}>
        <div className={classes.words}>
          <p className="cap">
            <Link to={pathTo(paths.round, { id: round.id })}>{round.title}</Link>
          </p>
          <h1>{t("consolidation.title")}</h1>
          <p className="cap">
            {editable && `${t("consolidation.doneOf", { done, all: consolidation.sections.length })} `}
            {t("consolidation.acceptedShort", {
              accepted: consolidation.accepted,
              owing: consolidation.owing,
            })}
          </p>
        </div>
        <Deciding report={report} consolidation={consolidation} fields={fields} box={box} />
      </div>
      <div className={classes.tabs}>
        <Tabs
          label={t("consolidation.columns")}
          tabs={views.map((one) => ({
            to: `${here}?${new URLSearchParams({ ...(section === undefined ? {} : { section }), view: one }).toString()}`,
            words: t(`consolidation.view_${one}`),
            on: one === shown,
          }))}
        />
      </div>
      <div className={classes.columns}>
        <SectionList
          sections={consolidation.sections}
          fields={fields}
          changed={consolidation.changed_sources}
          wrong={narrative.wrong}
          chosen={part ?? chosen?.code ?? ""}
          reading={!editable}
          here={here}
          parts={parts}
        />
        <div className={classes.texts}>
          {part !== null && <PartGuide part={part} consolidation={consolidation} />}
          {chosen !== null && (
            <Texts
              key={chosen.code}
              section={chosen}
              consolidation={consolidation}
              fields={fields}
              onWrite={write}
              planId={round.plan_id}
            />
          )}
        </div>
        <Sheet
          plan={plan}
          report={report}
          consolidation={consolidation}
          chosen={editable ? (part ?? chosen?.code ?? "") : (section ?? "")}
          fields={fields}
          onWrite={write}
          narrative={narrative}
          waiting={editable ? waitingIn(narrative).length : 0}
          onOpen={(code) => setFilters({ section: code, view: "sheet" })}
        />
      </div>
      {narrative.conflicts.length > 0 && (
        <Conflicts
          conflicts={narrative.conflicts}
          sections={consolidation.sections}
          onSettle={(place, text) => box.settle(reportId, place, text)}
        />
      )}
    </div>
  );
}
