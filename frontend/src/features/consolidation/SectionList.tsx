import { IconRefreshAlert } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { withFilters } from "@/shared/paths";
import { Link } from "@/shared/ui/Link/Link";
import { SectionMark } from "@/shared/ui/SectionProgress/SectionMark";
import { type Fields, textAt } from "./draft/fields";
import type { Narrative } from "./draft/narrative";
import type { ChangedSource, Part, Section } from "./report";
import classes from "./SectionList.module.css";
import { seenCount, stateOf, toldIn } from "./section";

interface SectionListProps {
  sections: Section[];
  parts: readonly Part[];
  fields: Fields;
  changed: ChangedSource[];
  /** What the server did not take, by place. */
  wrong: Narrative["wrong"];
  /** The code or part that is open. */
  chosen: string;
  /** Who only reads sees how many texts there are, not how many were looked at. */
  reading: boolean;
  here: string;
}

/** Every section with how many of its texts were looked at, and the parts of narrative around them. */
export function SectionList(props: SectionListProps) {
  const { sections, parts, fields, changed, wrong, chosen, reading, here } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const box = list.current;
    if (box === null || box.scrollHeight <= box.clientHeight) return;
    const here = box.querySelector<HTMLElement>("[aria-current]");
    // Only inside its own column: the page itself stays where it is.
    if (here !== null) box.scrollTop = here.offsetTop - box.clientHeight / 2;
  }, [chosen]);
  const part = (name: Part) => (
    <li key={name}>
      <Link
        to={withFilters(here, { section: name, view: "sheet" })}
        className={classes.entry}
        aria-current={chosen === name ? "true" : undefined}
      >
        {!reading && <SectionMark state={textAt(fields, name) === "" ? "todo" : "done"} />}
        <span>
          <b>{t(`consolidation.part_${name}`)}</b>
          <span className="cap">
            {t(textAt(fields, name) === "" ? "consolidation.notWritten" : "consolidation.written")}
          </span>
          {wrong[name] !== undefined && <span className={classes.changed}>{t("part.notTaken")}</span>}
        </span>
      </Link>
    </li>
  );
  const [direction, ...rest] = parts;
  return (
    <nav ref={list} className={classes.root} aria-label={t("consolidation.sections")}>
      <ul>
        {direction !== undefined && part(direction)}
        {sections.map((section) => {
          const all = toldIn(section).length;
          return (
            <li key={section.code}>
              <Link
                to={withFilters(here, { section: section.code })}
                className={classes.entry}
                aria-current={chosen === section.code ? "true" : undefined}
              >
                {!reading && <SectionMark state={stateOf(section, fields)} />}
                <span>
                  <b>
                    {section.code}. {section.title}
                  </b>
                  <span className="cap">
                    {all === 0
                      ? t("consolidation.noText")
                      : reading
                        ? t("consolidation.textCount", { count: all })
                        : t("consolidation.seen", { seen: seenCount(section, fields), all })}
                  </span>
                  {Object.keys(wrong).some((place) => place.split("/")[1] === section.code) && (
                    <span className={classes.changed}>{t("part.notTaken")}</span>
                  )}
                  {changed.some((one) => one.section === section.code) && (
                    <span className={classes.changed}>
                      <IconRefreshAlert size={14} stroke={1.75} aria-hidden />
                      {t("consolidation.changedHere")}
                    </span>
                  )}
                </span>
              </Link>
            </li>
          );
        })}
        {rest.map(part)}
      </ul>
    </nav>
  );
}
