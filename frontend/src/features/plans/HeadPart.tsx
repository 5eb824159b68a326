import { useTranslation } from "react-i18next";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { Panel } from "@/shared/ui/Panel/Panel";
import type { PlanFields } from "./edited";
import { LinesField } from "./LinesField";
import type { PlanDraft } from "./plan";
import classes from "./PlanEdit.module.css";
import { YearField } from "./YearField";

/** Title, year and period, opening, purposes and requirements. */
export function HeadPart({ values, set, bind }: PlanFields) {
  const { t } = useTranslation();
  return (
    <Panel title={t("plan.part.head")}>
      <div className={classes.fields}>
        <TextArea label={t("plan.title")} rows={2} {...bind("title")} />
        <div className={classes.row}>
          <YearField {...bind("year")} />
          <DateField
            label={t("plan.startsOn")}
            name="period/starts_on"
            value={values.period?.starts_on ?? ""}
            onChange={(starts_on) => set("period", period(starts_on, values.period?.ends_on ?? starts_on))}
          />
          <DateField
            label={t("plan.endsOn")}
            name="period/ends_on"
            value={values.period?.ends_on ?? ""}
            onChange={(ends_on) => set("period", period(values.period?.starts_on ?? ends_on, ends_on))}
          />
        </div>
        <TextArea label={t("plan.opening")} rows={2} {...bind("opening")} />
        <LinesField label={t("plan.purposes")} {...bind("purposes")} />
        <LinesField label={t("plan.requirements")} {...bind("requirements")} />
      </div>
    </Panel>
  );
}

/** From when to when; none when neither day is given. */
function period(starts_on: string, ends_on: string): PlanDraft["period"] {
  return starts_on === "" && ends_on === "" ? null : { starts_on, ends_on };
}

/** Where a day is missing while the other is given, as JSON pointers. */
export function blankDays(period: PlanDraft["period"]): string[] {
  if (period?.starts_on === "") return ["/period/starts_on"];
  return period?.ends_on === "" ? ["/period/ends_on"] : [];
}
