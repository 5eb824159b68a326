import type { components } from "@/shared/api/schema.gen";
import type { Value } from "@/shared/figures";

/** A report as lists show it: all but its content. */
export type ReportLine = components["schemas"]["ReportLine"];
/** What a reviewer said of a section, or of one of its figures. */
export type Remark = components["schemas"]["Remark"];
/** A section with the indicators that it asks for. */
export type Section = components["schemas"]["ReportSection"];

/** What a report says in one section. */
export interface Entry {
  text: string;
  nil: boolean;
  values: Record<string, Value | undefined>;
}

/** What a report says, by section code; what is absent is blank. */
export interface Content {
  sections: Record<string, Entry | undefined>;
}

/** One report with its content, its figures exact decimals in text. */
export type Report = Omit<components["schemas"]["Report"], "content"> & { content: Content };

/** A report as it was handed in once. */
export type Revision = Omit<components["schemas"]["ReportRevision"], "content"> & { content: Content };
