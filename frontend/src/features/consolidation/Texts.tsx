import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys, useKeysOn } from "@/shared/keys";
import { listText } from "@/shared/format";
import { toast } from "@/shared/ui/Toast/toasts";
import { Absent } from "./Absent";
import type { Fields, Write } from "./draft/fields";
import { MergeEdited } from "./MergeEdited";
import type { Consolidation, Section, SectionText } from "./report";
import { merged, reopened, skipped, unmerged } from "./merging";
import { doneWith, seenCount, toldIn } from "./section";
import { similarTexts } from "./similar";
import { TextCard } from "./TextCard";
import classes from "./Texts.module.css";

interface TextsProps {
  section: Section;
  consolidation: Consolidation;
  fields: Fields;
  /** Writes into the narrative; null while it may only be read. */
  onWrite: Write | null;
  planId: string;
}

/** What the agencies wrote in one section: each text is merged, merged after editing, or left out; who wrote nothing is named. */
export function Texts({ section, consolidation, fields, onWrite, planId }: TextsProps) {
  const { t } = useTranslation();
  const [keysOn] = useKeysOn();
  const [editing, setEditing] = useState<SectionText | null>(null);
  const told = toldIn(section);
  const nil = section.texts.filter((text) => text.nil);
  const twins = similarTexts(told);
  const current = told.find((text) => doneWith(fields, section.code, text.report_id) === "open");
  const { code } = section;

  const merge = (text: SectionText, paragraph: string) => {
    onWrite?.((now) => merged(now, code, text, paragraph));
    toast(t("consolidation.mergedToast", { agency: text.agency }), () =>
      onWrite?.((now) => unmerged(now, code, text, paragraph)),
    );
  };
  const skip = (text: SectionText) => {
    onWrite?.((now) => skipped(now, code, text));
    toast(t("consolidation.skippedToast", { agency: text.agency }), () =>
      onWrite?.((now) => reopened(now, code, text)),
    );
  };
  const byKey = (act: (text: SectionText) => void) =>
    onWrite === null || current === undefined || editing !== null ? undefined : () => act(current);
  useKeys({ g: byKey((text) => merge(text, text.text)), s: byKey(setEditing), b: byKey(skip) }, keysOn);
  const left = told.length - seenCount(section, fields);
  return (
    <section aria-labelledby="texts">
      <h2 id="texts" className={classes.title}>
        {code}. {section.title}
      </h2>
      <p className="cap">
        {section.owing === 0
          ? t("consolidation.nobodyOwes")
          : t("consolidation.sectionFacts", { accepted: section.accepted, owing: section.owing })}{" "}
        {told.length === 0 && onWrite !== null && t("consolidation.writeYourself")}
        {told.length > 0 &&
          onWrite !== null &&
          (left > 0 ? t("consolidation.left", { count: left }) : t("consolidation.allSeen"))}
      </p>
      <ul className={classes.list}>
        {told.map((text) => (
          <li key={text.report_id}>
            <TextCard
              text={text}
              done={doneWith(fields, code, text.report_id)}
              current={text === current && onWrite !== null}
              twin={twins.get(text.report_id)?.agency}
              change={consolidation.changed_sources.find(
                (change) => change.section === code && change.report_id === text.report_id,
              )}
              keys={keysOn}
              onMerge={onWrite === null ? null : () => merge(text, text.text)}
              onEdit={() => setEditing(text)}
              onSkip={() => skip(text)}
            />
          </li>
        ))}
      </ul>
      {nil.length > 0 && (
        <p className={classes.nil}>
          <b>{t("consolidation.nil", { count: nil.length })}</b> {listText(nil.map((text) => text.agency))}
        </p>
      )}
      <Absent section={section} consolidation={consolidation} planId={planId} />
      {editing !== null && (
        <MergeEdited
          text={editing}
          onClose={() => setEditing(null)}
          onMerge={(paragraph) => {
            merge(editing, paragraph);
            setEditing(null);
          }}
        />
      )}
    </section>
  );
}
