import { useTranslation } from "react-i18next";
import { paths, withFilters } from "@/shared/paths";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { type Draft, type Reading, textAt } from "./reading";

type Warning = Reading["warnings"][number];

/** What a person should look at in a document that was read: what it is, where it stands in its own words, what to do about it. */
export function ImportWarnings({ reading, draft }: { reading: Reading; draft: Draft }) {
  const { t } = useTranslation();
  const twins = withFilters(paths.plans, { q: draft.number ?? draft.title });
  const isTwin = ({ code }: Warning) => code === "plan.stands_already";
  return reading.warnings.map((warning, i) => (
    <Banner
      key={i}
      actions={isTwin(warning) ? <Button to={twins}>{t("planImport.seeTwin")}</Button> : undefined}
    >
      <p>
        <b>{warning.message}</b>
      </p>
      {warning.line > 0 && (
        <p>
          {t("planImport.atLine", { line: warning.line })}: «{textAt(reading, warning.line)}»
        </p>
      )}
      <p>{t(isTwin(warning) ? "planImport.twinMend" : "planImport.mend")}</p>
    </Banner>
  ));
}
