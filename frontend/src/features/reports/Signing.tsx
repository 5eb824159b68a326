import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldWords } from "@/shared/api/problem";
import { useToday } from "@/shared/access";
import { DateField } from "@/shared/ui/DateField/DateField";
import { Disclosure } from "@/shared/ui/Disclosure/Disclosure";
import { NumberField } from "@/shared/ui/Fields/NumberField";
import { TextArea } from "@/shared/ui/Fields/TextArea";
import { TextField } from "@/shared/ui/Fields/TextField";
import type { Draft } from "./draft/draft";
import { type Fields, linesIn, place, textIn } from "./draft/fields";
import classes from "./Signing.module.css";

/** The report's own number, date and signatory: typed in once the paper is signed, before or after handing in. */
export function Signing({ draft, onWrite }: { draft: Draft; onWrite: (changes: Fields) => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const { fields, wrong } = draft;
  const [open] = useState(() => Object.keys(wrong).some((name) => !name.startsWith("section/")));
  const error = (name: string) => (wrong[name] === undefined ? {} : { error: fieldWords(wrong[name]) });
  return (
    <Disclosure
      title={t("report.signing")}
      note={textIn(fields, place.number) || t("report.signingWhy")}
      open={open}
    >
      <div className={classes.fields}>
        <div className={classes.two}>
          <NumberField
            kind="BC"
            issuer={draft.report.agency}
            maxLength={50}
            value={textIn(fields, place.number)}
            onChange={(text) => onWrite({ [place.number]: text })}
            {...error(place.number)}
          />
          <DateField
            label={t("report.datedOn")}
            value={textIn(fields, place.datedOn)}
            max={today}
            onChange={(day) => onWrite({ [place.datedOn]: day === "" ? null : day })}
            {...error(place.datedOn)}
          />
        </div>
        <TextArea
          label={t("report.signLines")}
          hint={t("report.signLinesHint")}
          rows={2}
          value={linesIn(fields).join("\n")}
          onChange={(text) => onWrite({ [place.lines]: text === "" ? [] : text.split("\n") })}
          {...error(place.lines)}
        />
        <TextField
          label={t("report.signName")}
          maxLength={500}
          autoComplete="off"
          value={textIn(fields, place.name)}
          onChange={(text) => onWrite({ [place.name]: text })}
          {...error(place.name)}
        />
      </div>
    </Disclosure>
  );
}
