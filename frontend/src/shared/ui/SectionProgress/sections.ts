import type { components } from "../../api/schema.gen";
import type { SectionState } from "./SectionProgress";

type Progress = components["schemas"]["ReportProgress"];

const states: Record<Progress, SectionState> = {
  not_started: "todo",
  started: "doing",
  done: "done",
  nil: "nil",
};

/** How far each section of a report is by the office's own count, in the sections' order. */
export function sectionsOf(report: {
  section_codes: string[];
  progress: Record<string, Progress>;
}): SectionState[] {
  return report.section_codes.map((code) => states[report.progress[code] ?? "not_started"]);
}

/** How many sections need nothing more. */
export function doneCount(sections: SectionState[]): number {
  return sections.filter((state) => state === "done" || state === "nil").length;
}
