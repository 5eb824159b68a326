import type { components } from "@/shared/api/schema.gen";
import type { Value } from "@/shared/figures";

type Schema = components["schemas"];

/** An agency's text as it stood when it was merged. */
export type Source = Schema["MergedSource"];
/** What one agency wrote in a section. */
export type SectionText = Schema["SectionText"];
/** How one agency stands in the round. */
export type Handing = Schema["Handing"];
/** A merged text that is no longer as it was merged. */
export type ChangedSource = Schema["ChangedSource"];

/** The four parts of narrative that stand around the sections. */
export const parts = ["direction", "assessment", "outlook", "proposals"] as const;
export type Part = (typeof parts)[number];

interface Entry {
  text: string;
  merged?: Source[];
  reviewed?: string[];
}

/** The consolidated report: narrative by section, and around the sections. */
export type Report = Omit<Schema["Report"], "content"> & {
  content: { sections: Record<string, Entry | undefined> } & Partial<Record<Part, string>>;
};

type Amount = Pick<Value, "value" | "value2" | "qualifier" | "qualifier2">;

/** One indicator over all accepted reports, its numbers exact decimals in text. */
export type Indicator = Omit<Schema["ConsolidatedIndicator"], "total" | "parts"> & {
  total: Amount | null;
  parts: (Omit<Schema["ReportPart"], keyof Value> & Value)[];
};

/** One section over all agencies that owe it. */
export type Section = Omit<Schema["ConsolidatedSection"], "indicators"> & { indicators: Indicator[] };

/** A round's accepted reports put together. */
export type Consolidation = Omit<Schema["Consolidation"], "sections"> & { sections: Section[] };
