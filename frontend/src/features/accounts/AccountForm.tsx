import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { byName } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { Choice } from "@/shared/ui/Choice/Choice";
import { Dialog } from "@/shared/ui/Dialog/Dialog";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useFields } from "@/shared/ui/Form/fields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { Segmented } from "@/shared/ui/Segmented/Segmented";
import classes from "./AccountForm.module.css";
import { rolesFor } from "./roles";
import { type Account, type AccountInput, type Credentials, useKeepAccount } from "./queries";

interface AccountFormProps {
  account: Account | null;
  /** Whose a new one is at first; blank asks. */
  agency: string;
  agencies: components["schemas"]["Agency"][];
  onEnd: (made: Credentials | null) => void;
}

/** For which office, in which duty; never for which person. */
export function AccountForm({ account, agency, agencies, onEnd }: AccountFormProps) {
  const { t } = useTranslation();
  const keep = useKeepAccount(account);
  const kindOf = (id: string) => agencies.find((one) => one.id === id)?.kind;
  const { values, set, bind } = useFields<AccountInput>({
    username: account?.username ?? "",
    agency_id: account?.agency_id ?? agency,
    role: account?.role ?? usualRole(kindOf(agency)),
    position: account?.position ?? "head",
  });
  const fitting = rolesFor(kindOf(values.agency_id));
  // What the account is stays to be chosen, also where it is unusual.
  const roles = fitting.includes(values.role) ? fitting : [...fitting, values.role];
  const choose = (id: string) => {
    set("agency_id", id);
    const kind = kindOf(id);
    if (!rolesFor(kind).includes(values.role)) set("role", usualRole(kind));
  };
  return (
    <Dialog
      title={account === null ? t("accounts.new") : t("accounts.editTitle", { name: account.username })}
      onClose={() => onEnd(null)}
    >
      <ProblemForm
        className={classes.form}
        problem={keep.error}
        busy={keep.isPending}
        check={() =>
          values.agency_id === "" ? [{ pointer: "/agency_id", words: t("accounts.noAgency") }] : []
        }
        onSubmit={() => keep.mutate(values, { onSuccess: onEnd })}
      >
        <TextField
          label={t("accounts.username")}
          hint={t("accounts.usernameHint")}
          autoCapitalize="none"
          spellCheck={false}
          {...bind("username")}
        />
        <Choice
          label={t("accounts.agency")}
          placeholder={t("accounts.chooseAgency")}
          choices={[...agencies]
            .sort((a, b) => byName(a.name, b.name))
            .map((one) => ({ value: one.id, label: one.name }))}
          {...bind("agency_id")}
          onChange={choose}
        />
        <Choice
          label={t("accounts.roleHead")}
          choices={roles.map((role) => ({ value: role, label: t(`accounts.role.${role}`) }))}
          {...bind("role")}
        />
        <Segmented
          label={t("accounts.positionHead")}
          labelled
          value={values.position}
          onChange={(position) => set("position", position)}
          choices={[
            { value: "head", label: t("accounts.position.head") },
            { value: "officer", label: t("accounts.position.officer") },
          ]}
        />
        <div className={classes.buttons}>
          <Button onClick={() => onEnd(null)}>{t("common.cancel")}</Button>
          <Button type="submit" look="filled" busy={keep.isPending}>
            {t("accounts.save")}
          </Button>
        </div>
      </ProblemForm>
    </Dialog>
  );
}

/** The role that is chosen at first for an agency of this kind. */
function usualRole(kind: string | undefined): AccountInput["role"] {
  return kind === undefined ? "commune" : (rolesFor(kind)[0] ?? "commune");
}
