import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay, useToday } from "@/shared/access";
import { dayText, moment, remaining, lastGoodDay } from "@/shared/format";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { useFilters } from "@/shared/route";
import { Awaiting } from "@/shared/ui/Awaiting/Awaiting";
import { Banner } from "@/shared/ui/Banner/Banner";
import { FactList } from "@/shared/ui/FactList/FactList";
import { PageHeader } from "@/shared/ui/PageHeader/PageHeader";
import { Tabs } from "@/shared/ui/Tabs/Tabs";
import { named, partiesText, type Plan } from "./plan";
import { PlanActions } from "./PlanActions";
import { PlanSheet } from "./PlanSheet";
import { PlanState } from "./PlanState";
import classes from "./PlanView.module.css";
import { planEventsQuery, planGroupsQuery, planQuery } from "./queries";
import { SettleDraft } from "./SettleDraft";
import { TaskRows } from "./TaskRows";

const faces = ["tasks", "document", "duties", "reporting", "bases", "log"] as const;
type Face = (typeof faces)[number];

/** One plan: as the document and as its tasks, side by side where there is room, else one face at a time. */
export function PlanView({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: plan } = useSuspenseQuery(planQuery(id));
  const { data: groups } = useSuspenseQuery(planGroupsQuery(id));
  const [filters, set] = useFilters();
  const seesLog = useMay("event:read");
  const face: Face = faces.find((one) => one === filters["face"]) ?? "tasks";
  const chosen = filters["task"] === undefined ? undefined : Number(filters["task"]);
  const at = (one: Face) =>
    withFilters(pathTo(paths.plan, { id }), {
      face: one === "tasks" ? undefined : one,
      task: filters["task"],
    });
  const counts: Partial<Record<Face, number>> = {
    tasks: plan.tasks.length,
    duties: plan.responsibilities.length,
    reporting: plan.reporting.length,
    bases: plan.legal_bases.length,
  };
  const choose = (ordinal: number) => {
    set({ task: ordinal === chosen ? undefined : String(ordinal) }, { replace: true });
    document.getElementById(`task-${ordinal}`)?.scrollIntoView({ block: "center" });
  };
  return (
    <>
      <PageHeader
        caption={
          plan.number === null
            ? t("plan.draftOf", { year: plan.year })
            : t("plan.numbered", {
                number: plan.number,
                day: plan.issued_on === null ? "" : dayText(plan.issued_on),
              })
        }
        title={plan.title}
        sentence={<PlanState state={plan.state} />}
        actions={<PlanActions plan={plan} />}
      />
      {plan.note !== "" && <Banner>{plan.note}</Banner>}
      {plan.return_note !== "" && plan.state === "draft" && (
        <Banner>
          <b>{t("plan.returned")}</b> {plan.return_note}
        </Banner>
      )}
      <Tabs
        label={t("plan.faces")}
        tabs={faces
          .filter((one) => one !== "log" || seesLog)
          .map((one) => ({
            to: at(one),
            words: t(`plan.face.${one}`),
            count: counts[one],
            on: one === face,
          }))}
      />
      <div className={classes.both} data-face={face}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
        <div className={classes.sheet} role="region" aria-label={t("plan.face.document")} tabIndex={0}>
          <PlanSheet plan={plan} chosen={chosen} />
        </div>
        <div className={classes.work}>
          {plan.allowed_actions.includes("edit") && face === "tasks" && (
            <SettleDraft key={plan.version} plan={plan} />
          )}
          {(face === "tasks" || face === "document") && (
            <TaskRows plan={plan} groups={groups.items} chosen={chosen} onChoose={choose} />
          )}
          {face === "duties" && <Duties plan={plan} />}
          {face === "reporting" && <ReportingDuties plan={plan} />}
          {face === "bases" && <Bases plan={plan} />}
          {face === "log" && <Log id={id} />}
        </div>
      </div>
    </>
  );
}

function Duties({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  return (
    <div className={classes.texts}>
      {plan.responsibilities.map((one, i) => (
        <section key={i}>
          <h2>{partiesText(one.who)}</h2>
          <ul>
            {one.duties.map((duty, j) => (
              <li key={j}>{duty}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{t("plan.funding")}</h2>
        <p>{plan.funding === "" ? t("plan.noFunding") : plan.funding}</p>
      </section>
    </div>
  );
}

function ReportingDuties({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const today = useToday();
  if (plan.reporting.length === 0) return <p className={classes.texts}>{t("plan.noReporting")}</p>;
  return (
    <div className={classes.texts}>
      {plan.reporting.map((one, i) => (
        <FactList
          key={i}
          facts={[
            { name: t("plan.from"), value: partiesText(one.from) },
            { name: t("plan.to"), value: one.to === null ? named(plan.issuer) : named(one.to) },
            { name: t("plan.through"), value: one.through === null ? "–" : named(one.through) },
            { name: t("plan.deadline"), value: one.text },
            {
              name: t("plan.lastGoodDay"),
              value:
                one.due_before === null
                  ? "–"
                  : `${dayText(lastGoodDay(one.due_before))} (${remaining(lastGoodDay(one.due_before), today)})`,
            },
          ]}
        />
      ))}
    </div>
  );
}

function Bases({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (plan.legal_bases.length === 0) return <p className={classes.texts}>{t("plan.noBases")}</p>;
  return (
    <div className={classes.texts}>
      {plan.legal_bases.map((one, i) => (
        <FactList
          key={i}
          facts={[
            { name: t("plan.number"), value: one.number ?? "–" },
            { name: t("plan.issuedOn"), value: one.issued_on === null ? "–" : dayText(one.issued_on) },
            { name: t("plan.basisIssuer"), value: one.issuer },
            { name: t("plan.subject"), value: one.subject === "" ? one.text : one.subject },
          ]}
        />
      ))}
    </div>
  );
}

function Log({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(planEventsQuery(id));
  if (query.data === undefined) return <Awaiting query={query} />;
  return (
    <ol className={classes.log}>
      {query.data.items.map((event) => (
        <li key={event.id}>
          <span className="num">{moment(event.business_at)}</span>
          <Did event={event.did} />
          <span className="cap">{t(`accounts.role.${event.by_role}`)}</span>
        </li>
      ))}
      {query.data.items.length === 0 && <li>{t("plan.noLog")}</li>}
    </ol>
  );
}

const known = ["drafted", "edited", "submitted", "sent_back", "issued", "closed"] as const;

/** The words for what happened; what this app does not know yet stands as the log has it. */
function Did({ event }: { event: string }) {
  const { t } = useTranslation();
  const verb = known.find((one) => event === `plan.${one}`);
  return <b>{verb === undefined ? event : t(`plan.did.${verb}`)}</b>;
}
