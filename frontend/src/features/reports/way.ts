import { paths, pathTo } from "@/shared/paths";
import type { Draft } from "./draft/draft";
import { sectionState } from "./draft/progress";
import type { Remark, Section } from "./report";

/** The id under which a place stands on its page, so that lists of what is missing lead to it. */
export function placeId(section: string, member?: string): string {
  return `place-${section}${member === undefined ? "" : `-${member}`}`;
}

/** The address of one section, of a place in it when one is named. */
export function sectionPath(id: string, code: string, at?: string): string {
  return pathTo(paths.reportSection, { id, code }) + (at === undefined ? "" : `#${at}`);
}

/** The address of a place by its name: in its section, else where the report is signed. */
export function placePath(id: string, name: string): string {
  const [head, code = "", member, indicator] = name.split("/");
  return head === "section"
    ? sectionPath(id, code, placeId(code, indicator ?? member))
    : pathTo(paths.report, { id });
}

/** The address of the place that a remark speaks of. */
export function remarkPath(id: string, remark: Remark): string {
  return sectionPath(id, remark.section, placeId(remark.section, remark.indicator ?? undefined));
}

/** The first section that is not done. */
export function openSection({ report, fields }: Draft): Section | undefined {
  return report.sections.find((section) => ["todo", "doing"].includes(sectionState(section, fields)));
}

/** Where to go on with a report: the first remark after a return, else the first section that is not done, else the check. */
export function goOnPath(draft: Draft): string {
  const { id, state, remarks } = draft.report;
  if (state === "returned")
    return remarks[0] === undefined ? pathTo(paths.report, { id }) : remarkPath(id, remarks[0]);
  const open = openSection(draft);
  return open === undefined ? pathTo(paths.reportCheck, { id }) : sectionPath(id, open.code);
}
