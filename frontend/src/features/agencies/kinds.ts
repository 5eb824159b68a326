/** The kinds of agencies that have words; others, which a locality may add, stand as they are. */
export const kinds = [
  "provincial_committee",
  "provincial_department",
  "town_committee",
  "office",
  "police",
  "media_centre",
  "party_body",
  "union",
  "ward",
  "commune",
] as const;

type Known = (typeof kinds)[number];

/** Whether a kind has words of its own. */
export function isKnownKind(kind: string): kind is Known {
  return (kinds as readonly string[]).includes(kind);
}
