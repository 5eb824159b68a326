import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isCommittee } from "../OfficialSheet/letterhead";
import classes from "./Fields.module.css";
import { TextField, type TextFieldProps } from "./TextField";

/** «112/BC-UBND», «45/2024/KH-VHTT», and of a party body «12-BC/TU» */
const form = /^\d+[/-](?:\d{4}\/)?\p{Lu}+[/-]\p{Lu}[\p{Lu}\d&.-]*$/u;

interface NumberFieldProps extends Omit<TextFieldProps, "label" | "hint"> {
  /** The kind of document as its symbol names it: «BC». */
  kind: string;
  /** The agency that issues the document. */
  issuer: string;
}

/** A document's number with its symbol: its form stands above, and another form is doubted, not refused. */
export function NumberField({ kind, issuer, ...rest }: NumberFieldProps) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(rest.value !== "");
  const number = rest.value.trim();
  const office = isCommittee(issuer) ? "UBND" : "VHTT";
  const example = `112/${kind}-${office}`;
  return (
    <div onBlur={() => setLeft(true)}>
      <TextField
        {...rest}
        label={t("part.number")}
        hint={t(office === "UBND" ? "part.numberForm" : "part.numberOfOffice", { example })}
      />
      <p role="status" className={classes.doubt}>
        {left && number !== "" && !form.test(number) && t("part.numberOdd", { example })}
      </p>
    </div>
  );
}
