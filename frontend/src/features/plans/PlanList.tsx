import { useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "@/shared/access";
import { dayText, moment } from "@/shared/format";
import { paths, pathTo, withFilters } from "@/shared/paths";
import { Button } from "@/shared/ui/Button/Button";
import { Chips } from "@/shared/ui/Chips/Chips";
import { DataTable, type TableColumn } from "@/shared/ui/DataTable/DataTable";
import { EmptyState } from "@/shared/ui/EmptyState/EmptyState";
import { SearchField } from "@/shared/ui/Fields/SearchField";
import { Link } from "@/shared/ui/Link/Link";
import { Panel } from "@/shared/ui/Panel/Panel";
import type { Plan } from "./plan";
import { PlanState } from "./PlanState";
import classes from "./PlanList.module.css";
import { plansQuery } from "./queries";

const states = ["draft", "submitted", "issued", "closed"] as const;

interface PlanListProps {
  /** As they stand in the address. */
  filters: { q?: string | undefined; state?: string | undefined };
  onSearch: (q: string) => void;
}

/** The plans that one sees, by year, with filters in the address. */
export function PlanList({ filters, onSearch }: PlanListProps) {
  const { t } = useTranslation();
  const state = states.find((one) => one === filters.state);
  const q = filters.q ?? "";
  const found = useDeferredValue(q); // the list stays until the next one is there
  const { data } = useSuspenseQuery(
    plansQuery({ ...(found === "" ? {} : { q: found }), ...(state === undefined ? {} : { state }) }),
  );
  const mayWrite = useMay("plan:write");
  type Row = (typeof data)[number];
  const columns: TableColumn<Row>[] = [
    {
      key: "title",
      head: t("plan.title"),
      phone: "title",
      cell: (plan) => (
        <>
          <Link to={pathTo(paths.plan, { id: plan.id })} className={classes.title}>
            {plan.title}
          </Link>
          {plan.issued_on === null && (
            <p className="cap">
              {t(plan.version === 1 ? "plan.madeAt" : "plan.madeAndChanged", {
                made: moment(plan.created_at),
                changed: moment(plan.updated_at),
              })}
            </p>
          )}
        </>
      ),
    },
    { key: "number", head: t("plan.number"), cell: (plan) => plan.number ?? t("plan.noNumber") },
    {
      key: "issued",
      head: t("plan.issuedOn"),
      cell: (plan) => (plan.issued_on === null ? "–" : dayText(plan.issued_on)),
    },
    { key: "year", head: t("plan.year"), figures: true, cell: (plan) => plan.year },
    { key: "state", head: t("plan.stateHead"), cell: (plan) => <PlanState state={plan.state} /> },
  ];
  return (
    <>
      <div className={classes.tools}>
        <Chips
          label={t("plan.filter")}
          chips={[
            { to: withFilters(paths.plans, { q }), words: t("plan.all"), on: state === undefined },
            ...(mayWrite ? states : (["issued", "closed"] as const)).map((one: Plan["state"]) => ({
              to: withFilters(paths.plans, { q, state: one }),
              words: t(`plan.state.${one}`),
              on: state === one,
            })),
          ]}
        />
        <div className={classes.search}>
          <SearchField label={t("plan.search")} value={q} onSearch={onSearch} />
        </div>
      </div>
      <Panel flush>
        <DataTable
          label={t("plan.plans")}
          columns={columns}
          rows={data}
          keyOf={(plan) => plan.id}
          empty={
            q !== "" || state !== undefined ? (
              <EmptyState
                title={t("plan.noneFound")}
                why={t("plan.noneFoundWhy")}
                action={<Button to={paths.plans}>{t("plan.showAll")}</Button>}
              />
            ) : (
              <EmptyState
                title={t("plan.none")}
                why={t(mayWrite ? "plan.noneWhyWriter" : "plan.noneWhy")}
                action={
                  mayWrite && (
                    <Button look="filled" to={paths.planImport}>
                      {t("plan.import")}
                    </Button>
                  )
                }
              />
            )
          }
        />
      </Panel>
    </>
  );
}
