import type { components } from "@/shared/api/schema.gen";

export type Plan = components["schemas"]["Plan"];
export type PlanDraft = components["schemas"]["PlanDraft"];
export type TaskDraft = components["schemas"]["TaskDraft"];
export type Party = components["schemas"]["Party"];
export type PlanGroup = components["schemas"]["PlanGroup"];
type SettledGroup = components["schemas"]["SettledGroup"];
export type Schedule = components["schemas"]["Schedule"];

/** The name of a party, whichever form it has. */
export function named(party: Party): string {
  return party.group ?? party.agency ?? "";
}

/** Whether a name in the plan stands for nothing known. */
export function isUnknown(party: Party): boolean {
  return party.group === undefined && (party.agency_id ?? null) === null;
}

/** «Phòng VHTT, VP HĐND&UBND» as the plan names them. */
export function partiesText(parties: Party[]): string {
  return parties.map(named).join("; ");
}

/** The plan as a draft to send whole: its tasks keep their ids. */
export function draftOf(plan: Plan): PlanDraft {
  return {
    issuer: plan.issuer,
    year: plan.year,
    period: plan.period,
    document_kind: plan.document_kind,
    number: plan.number,
    issued_on: plan.issued_on,
    title: plan.title,
    opening: plan.opening,
    legal_bases: plan.legal_bases,
    purposes: plan.purposes,
    requirements: plan.requirements,
    funding: plan.funding,
    responsibilities: plan.responsibilities,
    reporting: plan.reporting,
    closing: plan.closing,
    recipients: plan.recipients,
    signature: plan.signature,
    settled_groups: plan.settled_groups,
    note: plan.note,
    unmatched: [],
    tasks: plan.tasks.map(
      ({ id, ordinal, title, content_label, content, leads, coordinators, schedule }) => ({
        id,
        ordinal,
        title,
        content_label,
        content,
        leads,
        coordinators,
        schedule,
      }),
    ),
  };
}

/** The draft with every place of a name replaced by what a person chose for it. */
export function withParty(draft: PlanDraft, name: string, chosen: Party): PlanDraft {
  const put = (party: Party): Party => (isUnknown(party) && named(party) === name ? chosen : party);
  const all = (list: Party[]) => list.map(put);
  return {
    ...draft,
    tasks: draft.tasks.map((task) => ({
      ...task,
      leads: all(task.leads),
      coordinators: all(task.coordinators),
    })),
    responsibilities: draft.responsibilities.map((one) => ({ ...one, who: all(one.who) })),
    reporting: draft.reporting.map((one) => ({
      ...one,
      from: all(one.from),
      to: one.to === null ? null : put(one.to),
      through: one.through === null ? null : put(one.through),
    })),
  };
}

/** The draft with a group by hand settled: its members for this plan, or nobody. */
export function withGroup(draft: PlanDraft, groupId: string, agencyIds: string[]): PlanDraft {
  const others = draft.settled_groups.filter((one) => one.group_id !== groupId);
  const settled: SettledGroup = { group_id: groupId, agency_ids: agencyIds, empty: agencyIds.length === 0 };
  return { ...draft, settled_groups: [...others, settled] };
}

/** Every name of a draft that stands for nothing known, each once. */
export function unknownNames(draft: PlanDraft): string[] {
  const names = new Set<string>();
  const see = (party: Party | null) => {
    if (party !== null && isUnknown(party)) names.add(named(party));
  };
  for (const task of draft.tasks) [...task.leads, ...task.coordinators].forEach(see);
  for (const one of draft.responsibilities) one.who.forEach(see);
  for (const one of draft.reporting) {
    one.from.forEach(see);
    see(one.to);
    see(one.through);
  }
  return [...names];
}
