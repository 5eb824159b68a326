import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { Panel } from "@/shared/ui/Panel/Panel";
import { type PlanFields, replaced, without } from "./edited";
import { LinesField } from "./LinesField";
import { type Known, PartiesField } from "./PartiesField";
import type { PlanDraft } from "./plan";
import classes from "./PlanEdit.module.css";

type Responsibility = PlanDraft["responsibilities"][number];

/** Who is charged with what, and the funding. */
export function DutiesPart({ values, set, bind, known }: PlanFields & { known: Known }) {
  const { t } = useTranslation();
  const all = values.responsibilities;
  const put = (at: number, next: Responsibility) => set("responsibilities", replaced(all, at, next));
  return (
    <Panel title={t("plan.part.duties")}>
      <div className={classes.fields}>
        {all.map((one, i) => (
          <div key={i} className={classes.group}>
            <PartiesField
              label={t("plan.who")}
              name={`responsibilities/${i}/who`}
              value={one.who}
              known={known}
              onChange={(who) => put(i, { ...one, who })}
            />
            <LinesField
              label={t("plan.duties")}
              name={`responsibilities/${i}/duties`}
              value={one.duties}
              onChange={(duties) => put(i, { ...one, duties })}
            />
            <Button look="quiet" onClick={() => set("responsibilities", without(all, i))}>
              {t("plan.removeDuty", { n: i + 1 })}
            </Button>
          </div>
        ))}
        <Button onClick={() => set("responsibilities", [...all, { who: [], duties: [] }])}>
          {t("plan.addDuty")}
        </Button>
        <TextArea label={t("plan.funding")} rows={2} {...bind("funding")} />
      </div>
    </Panel>
  );
}
