import type { ReactNode } from "react";
import type { components } from "@/shared/api/schema.gen";
import type { Indicator, Value } from "@/shared/figures";

/** A report as lists show it: all but its content. */
export type ReportLine = components["schemas"]["ReportLine"];
/** A section of a report with the figures that it asks for. */
export type Section = components["schemas"]["ReportSection"];
export type { Indicator, Value };
/** What a reviewer said about a section or one of its figures. */
export type Remark = components["schemas"]["Remark"];

/** What a report says in one section. */
export interface Entry {
  text: string;
  nil: boolean;
  values: Record<string, Value>;
}

/** What a report says, by section code; what is absent is blank. */
export interface Content {
  sections: Record<string, Entry>;
}

/** One report with its content. */
export type Report = Omit<components["schemas"]["Report"], "content"> & { content: Content };

/** Whether its agency may still write in it. */
export function isEditable(report: ReportLine | Report): boolean {
  return report.allowed_actions.includes("edit");
}

/** The instant before which it must be handed in now: after a return the reviewer's, when one was set. */
export function dueOf(report: ReportLine | Report): string | null {
  return report.state === "returned" && report.resubmit_before !== null
    ? report.resubmit_before
    : report.due_before;
}

/** Where the attachments of a report stand; the page brings them. It is told whether more may be added now. */
export type FilesPlace = (mayAdd: boolean) => ReactNode;
