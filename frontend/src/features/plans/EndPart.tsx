import { useTranslation } from "react-i18next";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { Panel } from "@/shared/ui/Panel/Panel";
import type { PlanFields } from "./edited";
import { LinesField } from "./LinesField";
import classes from "./PlanEdit.module.css";

/** The last sentences, recipients and signature; and the office's own note. */
export function EndPart({ values: { signature }, set, bind }: PlanFields) {
  const { t } = useTranslation();
  return (
    <Panel title={t("plan.part.end")}>
      <div className={classes.fields}>
        <TextArea label={t("plan.closing")} rows={2} {...bind("closing")} />
        <LinesField label={t("plan.recipients")} {...bind("recipients")} />
        <LinesField
          label={t("plan.signatureLines")}
          name="signature/lines"
          value={signature.lines}
          onChange={(lines) => set("signature", { ...signature, lines })}
        />
        <TextField
          label={t("plan.signer")}
          name="signature/name"
          value={signature.name}
          onChange={(name) => set("signature", { ...signature, name })}
        />
        <TextArea label={t("plan.ownNote")} hint={t("plan.ownNoteHint")} rows={2} {...bind("note")} />
      </div>
    </Panel>
  );
}
