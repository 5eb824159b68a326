import { useTranslation } from "react-i18next";
import { Choice } from "@/shared/ui/Choice/Choice";
import { placeFor, sumText } from "./live";
import type { Indicator } from "./report";

/** Puts a sum into the text where one is writing; it stays live there. */
export function InsertFigure({
  figures,
  onInsert,
}: {
  figures: Indicator[];
  onInsert: (words: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      label={t("consolidation.insert")}
      value=""
      placeholder={t("consolidation.insertWhich")}
      onChange={(code) => {
        const chosen = figures.find((figure) => figure.definition.code === code);
        if (chosen !== undefined) onInsert(placeFor(chosen));
      }}
      choices={figures.map((figure) => ({
        value: figure.definition.code,
        label: `${figure.definition.code} ${figure.definition.name}: ${sumText(figure, 0) ?? "…"} ${figure.definition.unit[0] ?? ""}`,
      }))}
    />
  );
}
