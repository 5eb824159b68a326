import type { PlanDraft } from "./plan";

/** A new draft for a year, with the parts that every plan has still empty. */
export function blankDraft(year: number): PlanDraft {
  return {
    issuer: null,
    year,
    period: { starts_on: `${year}-01-01`, ends_on: `${year}-12-31` },
    document_kind: "KH",
    number: null,
    issued_on: null,
    title: "",
    opening: "",
    legal_bases: [],
    purposes: [],
    requirements: [],
    tasks: [],
    funding: "",
    responsibilities: [],
    reporting: [],
    closing: "",
    recipients: [],
    signature: { lines: [], name: "" },
    settled_groups: [],
    note: "",
    unmatched: [],
  };
}
