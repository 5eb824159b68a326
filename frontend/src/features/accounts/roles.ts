import type { AccountInput } from "./queries";

type Role = AccountInput["role"];

const every: Role[] = [
  "culture_office",
  "council_office",
  "finance",
  "justice",
  "police",
  "media_centre",
  "commune",
  "department",
  "leader",
  "admin",
];

const office: Role[] = ["culture_office", "council_office", "finance", "justice", "department", "admin"];
const committee: Role[] = ["leader", "admin"];

/** What an agency of a kind does, the usual first; a kind that is not here may do anything. */
const ofKind: Partial<Record<string, Role[]>> = {
  provincial_committee: committee,
  town_committee: committee,
  provincial_department: office,
  office,
  police: ["police"],
  media_centre: ["media_centre"],
  party_body: ["department"],
  union: ["department"],
  // Without districts a locality is a tier of its own, with leaders who approve.
  ward: ["commune", "leader"],
  commune: ["commune", "leader"],
};

/** The roles to choose from for an account of an agency of this kind; before one is chosen, and for kinds of a locality, all. */
export function rolesFor(kind: string | undefined): Role[] {
  return (kind === undefined ? undefined : ofKind[kind]) ?? every;
}
