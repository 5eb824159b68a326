import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { byName } from "@/shared/format";
import { Choice } from "@/shared/ui/Choice/Choice";
import classes from "./PartiesField.module.css";
import { isUnknown, named, type Party } from "./plan";

/** The names that may stand in a plan. */
export interface Known {
  agencies: components["schemas"]["Agency"][];
  groups: components["schemas"]["AgencyGroup"][];
}

interface PartiesFieldProps {
  label: string;
  name?: string;
  value: Party[];
  known: Known;
  onChange: (parties: Party[]) => void;
}

/** Agencies and groups in their order; one is added from the list, each can be taken out. */
export function PartiesField({ label, name, value, known, onChange }: PartiesFieldProps) {
  const { t } = useTranslation();
  const choices = [
    ...known.groups.map((one) => ({ value: `g${one.id}`, label: one.name })),
    ...[...known.agencies]
      .sort((a, b) => byName(a.name, b.name))
      .map((one) => ({ value: `a${one.id}`, label: one.name })),
  ].filter(
    (one) =>
      !value.some((party) => party.agency_id === one.value.slice(1) || party.group_id === one.value.slice(1)),
  );
  const add = (chosen: string) => {
    const found = choices.find((one) => one.value === chosen);
    if (found === undefined) return;
    const id = chosen.slice(1);
    onChange([
      ...value,
      chosen.startsWith("g") ? { group: found.label, group_id: id } : { agency: found.label, agency_id: id },
    ]);
  };
  return (
    <div className={classes.root}>
      <Choice
        label={label}
        placeholder={t("plan.addParty")}
        {...(name === undefined ? {} : { name })}
        value=""
        onChange={add}
        choices={choices}
      />
      {value.length > 0 && (
        <ul className={classes.list} aria-label={label}>
          {value.map((party, i) => (
            <li key={named(party)} data-unknown={isUnknown(party) || undefined}>
              {named(party)}
              <button
                type="button"
                aria-label={t("plan.takeOut", { name: named(party) })}
                onClick={() => onChange(value.filter((_, j) => j !== i))}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
