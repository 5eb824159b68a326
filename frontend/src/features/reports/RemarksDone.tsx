import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "@/shared/ui/Link/Link";
import { SectionMark } from "@/shared/ui/SectionProgress/SectionMark";
import classes from "./CheckReport.module.css";
import { same } from "@/shared/drafts/draft";
import type { Draft } from "./draft/draft";
import { contentOf } from "./draft/fields";
import { revisionsQuery } from "./queries";
import type { Content, Entry, Remark } from "./report";
import { remarkPath } from "./way";

/** The remarks of the last return, each with whether its place was changed since. */
export function RemarksDone({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { report, fields } = draft;
  const { data: revisions } = useQuery(revisionsQuery(report.id));
  const last = revisions?.items.at(-1);
  if (report.remarks.length === 0) return null;
  const now = contentOf(fields, report.sections);
  return (
    <section className={classes.box}>
      <h2>{t("report.checkRemarks")}</h2>
      <ul className={classes.list}>
        {report.remarks.map((remark) => {
          const changed = last !== undefined && isChanged(remark, last.content, now);
          return (
            <li key={`${remark.section}${remark.indicator ?? ""}${remark.text}`} className={classes.line}>
              <Link to={remarkPath(report.id, remark)}>{remark.text}</Link>
              {last !== undefined && (
                <span className={classes.remarkState}>
                  <SectionMark state={changed ? "done" : "todo"} />
                  {t(changed ? "report.remarkChanged" : "report.remarkUnchanged")}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Numbers of the revision are numbers, those of the draft exact text: compared as they are written. */
function isChanged({ section, indicator }: Remark, was: object, now: Content): boolean {
  const before = (was as Content).sections[section] ?? blank;
  const after = now.sections[section] ?? blank;
  if (indicator === null) return !same(plain(before), plain(after));
  return !same(plain(before.values[indicator]), plain(after.values[indicator]));
}

const blank: Entry = { text: "", nil: false, values: {} };

function plain(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return typeof part === "number" ? String(part) : part;
  const members = Object.entries(part).map(([name, value]): [string, unknown] => [name, plain(value)]);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
