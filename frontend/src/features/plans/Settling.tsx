import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/shared/api/schema.gen";
import { byName } from "@/shared/format";
import { Button } from "@/shared/ui/Button/Button";
import { CheckList } from "@/shared/ui/CheckList/CheckList";
import { Choice } from "@/shared/ui/Choice/Choice";
import classes from "./Settling.module.css";
import { named, type Party, type PlanDraft, unknownNames, withGroup, withParty } from "./plan";

type Agency = components["schemas"]["Agency"];
type Group = components["schemas"]["AgencyGroup"];

interface SettlingProps {
  draft: PlanDraft;
  onChange: (draft: PlanDraft) => void;
  agencies: Agency[];
  groups: Group[];
  /** While the last choice is being kept, no other can be made. */
  busy?: boolean;
  /** The nearest known names of a name that matched nothing. */
  suggestions?: ReadonlyMap<string, Party[]>;
}

/** What a person settles in a draft: names that match nothing, and groups by hand without members. Each once, for all its places. */
export function Settling({ draft, onChange, agencies, groups, suggestions, busy = false }: SettlingProps) {
  const { t } = useTranslation();
  const names = unknownNames(draft);
  const open = openGroups(draft, groups);
  const left = leftToSettle(draft, groups);
  return (
    <fieldset className={classes.root} disabled={busy} aria-busy={busy}>
      <h2 className={classes.head}>
        {left === 0 ? t("plan.allSettled") : t("plan.leftToSettle", { count: left })}
      </h2>
      <p className="cap">{t("plan.settleOnce")}</p>
      {names.map((name) => (
        <NameRow
          key={name}
          name={name}
          agencies={agencies}
          groups={groups}
          suggestions={suggestions?.get(name) ?? []}
          onChoose={(party) => onChange(withParty(draft, name, party))}
        />
      ))}
      {open.map(({ group, chosen, settled }) => (
        <GroupRow
          key={group.id}
          name={group.name}
          agencies={agencies}
          chosen={chosen}
          settled={settled}
          onSettle={(ids) => onChange(withGroup(draft, group.id, ids))}
        />
      ))}
    </fieldset>
  );
}

/** The groups by hand that a draft names, with what was decided about each. */
export function openGroups(draft: PlanDraft, groups: Group[]) {
  const used = new Set<string>();
  const see = (party: Party) =>
    party.group_id !== undefined && party.group_id !== null && used.add(party.group_id);
  for (const task of draft.tasks) [...task.leads, ...task.coordinators].forEach(see);
  for (const one of draft.responsibilities) one.who.forEach(see);
  for (const one of draft.reporting) one.from.forEach(see);
  return groups
    .filter((group) => group.by_hand && used.has(group.id))
    .map((group) => {
      const decided = draft.settled_groups.find((one) => one.group_id === group.id);
      const chosen = decided?.agency_ids ?? group.member_ids;
      return { group, chosen, settled: decided !== undefined || group.member_ids.length > 0 };
    });
}

/** How many names of a draft a person has still to choose for. */
export function leftToSettle(draft: PlanDraft, groups: Group[]): number {
  return unknownNames(draft).length + openGroups(draft, groups).filter(({ settled }) => !settled).length;
}

interface NameRowProps {
  name: string;
  agencies: Agency[];
  groups: Group[];
  suggestions: Party[];
  onChoose: (party: Party) => void;
}

function NameRow({ name, agencies, groups, suggestions, onChoose }: NameRowProps) {
  const { t } = useTranslation();
  const choices = [
    ...groups.map((one) => ({ value: `g${one.id}`, label: one.name })),
    ...[...agencies]
      .sort((a, b) => byName(a.name, b.name))
      .map((one) => ({ value: `a${one.id}`, label: one.name })),
  ];
  const choose = (value: string) => {
    const id = value.slice(1);
    const name = choices.find((one) => one.value === value)?.label ?? "";
    if (value !== "")
      onChoose(value.startsWith("g") ? { group: name, group_id: id } : { agency: name, agency_id: id });
  };
  return (
    <section className={classes.one} aria-label={name}>
      <p className={classes.name}>«{name}»</p>
      {suggestions.length > 0 && (
        <p className={classes.buttons}>
          {suggestions.map((party) => (
            <Button key={named(party)} size="small" onClick={() => onChoose(party)}>
              {named(party)}
            </Button>
          ))}
        </p>
      )}
      <Choice
        label={t("plan.chooseFor", { name })}
        placeholder={t("plan.chooseAgency")}
        value=""
        onChange={choose}
        choices={choices}
      />
    </section>
  );
}

interface GroupRowProps {
  name: string;
  agencies: Agency[];
  chosen: string[];
  settled: boolean;
  onSettle: (ids: string[]) => void;
}

function GroupRow({ name, agencies, chosen, settled, onSettle }: GroupRowProps) {
  const { t } = useTranslation();
  const id = useId();
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const settle = (ids: string[]) => {
    setPicking(false);
    onSettle(ids);
  };
  return (
    <section className={classes.one} aria-labelledby={id}>
      <p className={classes.name} id={id}>
        «{name}»
      </p>
      {settled && (
        <p className="cap">
          {chosen.length === 0 ? t("plan.groupEmpty") : t("plan.groupChosen", { count: chosen.length })}
        </p>
      )}
      {!picking && (
        <p className={classes.buttons}>
          <Button size="small" onClick={() => setPicking(true)} aria-describedby={id}>
            {t("plan.pickMembers")}
          </Button>
          {(!settled || chosen.length > 0) && (
            <Button size="small" look="quiet" onClick={() => settle([])} aria-describedby={id}>
              {t("plan.leaveEmpty")}
            </Button>
          )}
        </p>
      )}
      {picking && (
        <>
          <CheckList
            label={t("plan.membersOf", { name })}
            searchLabel={t("plan.searchAgency")}
            items={[...agencies]
              .sort((a, b) => byName(a.name, b.name))
              .map((one) => ({ value: one.id, label: one.name }))}
            value={picked}
            onChange={setPicked}
          />
          <p className={classes.buttons}>
            <Button look="filled" disabled={picked.size === 0} onClick={() => settle([...picked])}>
              {t("plan.usePicked", { count: picked.size })}
            </Button>
            <Button look="quiet" onClick={() => setPicking(false)}>
              {t("common.cancel")}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
