import { useTranslation } from "react-i18next";
import { Button } from "@/shared/ui/Button/Button";
import { DateField } from "@/shared/ui/DateField/DateField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { Panel } from "@/shared/ui/Panel/Panel";
import { type PlanFields, replaced, without } from "./edited";
import type { PlanDraft } from "./plan";
import classes from "./PlanEdit.module.css";

type Basis = PlanDraft["legal_bases"][number];

/** The documents that the plan rests on. */
export function BasesPart({ values: { legal_bases: bases }, set }: PlanFields) {
  const { t } = useTranslation();
  // Its own words stand only as long as nothing of it was changed.
  const put = (at: number, basis: Basis, change: Partial<Basis>) =>
    set("legal_bases", replaced(bases, at, { ...basis, ...change, text: "" }));
  return (
    <Panel title={t("plan.part.bases")}>
      <div className={classes.fields}>
        {bases.map((basis, i) => (
          <div key={i} className={classes.group}>
            <div className={classes.row}>
              <TextField
                label={t("plan.number")}
                name={`legal_bases/${i}/number`}
                value={basis.number ?? ""}
                onChange={(number) => put(i, basis, { number: number === "" ? null : number })}
              />
              <DateField
                label={t("plan.issuedOn")}
                name={`legal_bases/${i}/issued_on`}
                value={basis.issued_on ?? ""}
                onChange={(day) => put(i, basis, { issued_on: day === "" ? null : day })}
              />
            </div>
            <TextField
              label={t("plan.basisIssuer")}
              name={`legal_bases/${i}/issuer`}
              value={basis.issuer}
              onChange={(issuer) => put(i, basis, { issuer })}
            />
            <TextArea
              label={t("plan.subject")}
              rows={2}
              name={`legal_bases/${i}/subject`}
              value={basis.subject}
              onChange={(subject) => put(i, basis, { subject })}
            />
            <Button look="quiet" onClick={() => set("legal_bases", without(bases, i))}>
              {t("plan.removeBasis", { n: i + 1 })}
            </Button>
          </div>
        ))}
        <Button onClick={() => set("legal_bases", [...bases, newBasis])}>{t("plan.addBasis")}</Button>
      </div>
    </Panel>
  );
}

const newBasis: Basis = { number: null, issued_on: null, issuer: "", subject: "", text: "" };
