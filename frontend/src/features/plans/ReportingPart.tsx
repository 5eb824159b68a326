import { useTranslation } from "react-i18next";
import { startOf } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextField } from "@/shared/ui/Fields/TextField";
import { Panel } from "@/shared/ui/Panel/Panel";
import { type PlanFields, replaced, without } from "./edited";
import { type Known, PartiesField } from "./PartiesField";
import type { PlanDraft } from "./plan";
import classes from "./PlanEdit.module.css";

type Reporting = PlanDraft["reporting"][number];

/** Who reports, through whom, before which day. */
export function ReportingPart({ values: { reporting: all }, set, known }: PlanFields & { known: Known }) {
  const { t } = useTranslation();
  const put = (at: number, next: Reporting) => set("reporting", replaced(all, at, next));
  return (
    <Panel title={t("plan.part.reporting")}>
      <div className={classes.fields}>
        {all.map((one, i) => (
          <div key={i} className={classes.group}>
            <PartiesField
              label={t("plan.from")}
              name={`reporting/${i}/from`}
              value={one.from}
              known={known}
              onChange={(from) => put(i, { ...one, from })}
            />
            <PartiesField
              label={t("plan.through")}
              name={`reporting/${i}/through`}
              value={one.through === null ? [] : [one.through]}
              known={{ agencies: known.agencies, groups: [] }}
              onChange={(list) => put(i, { ...one, through: list.at(-1) ?? null })}
            />
            <DateField
              label={t("plan.dueBefore")}
              hint={t("plan.dueBeforeHint")}
              name={`reporting/${i}/due_before`}
              value={one.due_before?.slice(0, 10) ?? ""}
              onChange={(day) => put(i, { ...one, due_before: day === "" ? null : startOf(day) })}
            />
            <TextField
              label={t("plan.deadlineWords")}
              name={`reporting/${i}/text`}
              value={one.text}
              onChange={(text) => put(i, { ...one, text })}
            />
            <Button look="quiet" onClick={() => set("reporting", without(all, i))}>
              {t("plan.removeReporting", { n: i + 1 })}
            </Button>
          </div>
        ))}
        <Button onClick={() => set("reporting", [...all, newReporting])}>{t("plan.addReporting")}</Button>
      </div>
    </Panel>
  );
}

const newReporting: Reporting = {
  from: [],
  to: null,
  through: null,
  due_before: null,
  text: "",
  template_id: null,
};
