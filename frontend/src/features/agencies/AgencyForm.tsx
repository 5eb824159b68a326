import { useTranslation } from "react-i18next";
import { byName } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { Choice } from "@/shared/ui/Choice/Choice";
import { DateField } from "@/shared/ui/DateField/DateField";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useFields } from "@/shared/ui/Form/fields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import classes from "./AgencyForm.module.css";
import { isKnownKind, kinds } from "./kinds";
import { type Agency, useKeepAgency } from "./queries";

interface AgencyFormProps {
  /** Null enters a new one. */
  agency: Agency | null;
  every: Agency[];
  onEnd: () => void;
}

/** The particulars of one agency. */
export function AgencyForm({ agency, every, onEnd }: AgencyFormProps) {
  const { t } = useTranslation();
  const keep = useKeepAgency(agency);
  const { values, bind } = useFields({
    name: agency?.name ?? "",
    short_name: agency?.short_name ?? "",
    aliases: agency?.aliases.join("\n") ?? "",
    kind: agency?.kind ?? "office",
    parent_id: agency?.parent_id ?? "",
    code: agency?.code ?? "",
    email: agency?.email ?? "",
    phone: agency?.phone ?? "",
    valid_from: agency?.valid_from ?? "",
    valid_to: agency?.valid_to ?? "",
  });
  const orNull = (text: string) => (text === "" ? null : text);
  const save = () =>
    keep.mutate(
      {
        ...values,
        aliases: values.aliases
          .split("\n")
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        parent_id: orNull(values.parent_id),
        code: orNull(values.code),
        valid_from: orNull(values.valid_from),
        valid_to: orNull(values.valid_to),
      },
      { onSuccess: onEnd },
    );
  const choices: { value: string; label: string }[] = kinds.map((kind) => ({
    value: kind,
    label: t(`agency.kinds.${kind}`),
  }));
  if (!isKnownKind(values.kind)) choices.push({ value: values.kind, label: values.kind });
  return (
    <Dialog title={agency === null ? t("agency.new") : t("agency.editTitle")} onClose={onEnd} wide>
      <ProblemForm className={classes.form} problem={keep.error} busy={keep.isPending} onSubmit={save}>
        <TextField label={t("agency.name")} {...bind("name")} />
        <TextField label={t("agency.shortName")} optional {...bind("short_name")} />
        <TextArea
          label={t("agency.aliases")}
          hint={t("agency.aliasesHint")}
          rows={2}
          optional
          {...bind("aliases")}
        />
        <Choice label={t("agency.kind")} choices={choices} {...bind("kind")} />
        <Choice
          label={t("agency.parent")}
          placeholder={t("agency.noParent")}
          choices={every
            .filter((one) => one.id !== agency?.id)
            .sort((a, b) => byName(a.name, b.name))
            .map((one) => ({ value: one.id, label: one.name }))}
          {...bind("parent_id")}
        />
        <TextField label={t("agency.code")} optional {...bind("code")} />
        <TextField label={t("agency.email")} type="email" optional {...bind("email")} />
        <TextField label={t("agency.phone")} type="tel" optional {...bind("phone")} />
        <DateField label={t("agency.validFrom")} optional {...bind("valid_from")} />
        <DateField
          label={t("agency.validTo")}
          hint={t("agency.validToHint")}
          optional
          {...bind("valid_to")}
        />
        <div className={classes.buttons}>
          <Button onClick={onEnd}>{t("common.cancel")}</Button>
          <Button type="submit" look="filled" busy={keep.isPending}>
            {t("agency.save")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}
