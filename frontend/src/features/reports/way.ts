import { paths, pathTo } from "@/shared/paths";
import { placeId } from "./SectionForm";
import { progressOf } from "./draft/progress";
import type { Remark, Report, ReportLine } from "./report";

/** The address of one section, of a place in it when one is named. */
export function sectionPath(id: string, code: string, at?: string): string {
  return pathTo(paths.reportSection, { id, code }) + (at === undefined ? "" : `#${at}`);
}

/** The address of the place that a remark speaks of. */
export function remarkPath(id: string, remark: Remark): string {
  return sectionPath(id, remark.section, placeId(remark.section, remark.indicator ?? undefined));
}

/** Where to go on with a report: the first remark after a return, else the first section that is not done, else the check. */
export function goOnPath(report: ReportLine | Report): string {
  const [remark] = report.remarks;
  if (report.state === "returned" && remark !== undefined) return remarkPath(report.id, remark);
  const at = progressOf(report).findIndex((state) => state === "todo" || state === "doing");
  const code = report.section_codes[at];
  if (report.state === "returned") return pathTo(paths.report, { id: report.id });
  return code === undefined ? pathTo(paths.reportCheck, { id: report.id }) : sectionPath(report.id, code);
}
