import { useTranslation } from "react-i18next";
import { valueText } from "@/shared/figures";
import { listText } from "@/shared/format";
import { LiveFigure } from "@/shared/ui/LiveFigure/LiveFigure";
import { sumText } from "./live";
import type { Indicator } from "./report";

interface SumProps {
  indicator: Indicator;
  /** 1: the second of a pair. */
  at: 0 | 1;
}

/** One sum, which opens to the reports that it is added from; when there is none it says why, in the words of the document. */
export function Sum({ indicator, at }: SumProps) {
  const { t } = useTranslation();
  const { definition, parts, reporting, nil, blank } = indicator;
  if (nil) return "không phát sinh";
  const sum = sumText(indicator, at);
  if (sum === undefined && parts.length === 0) return "…";
  const partText = (part: Indicator["parts"][number]) => {
    const second = { ...part, value: part.value2, qualifier: part.qualifier2 };
    return valueText({ ...(at === 0 ? part : second), value2: null, as_of: null }, []) ?? "…";
  };
  return (
    <LiveFigure
      text={sum ?? (reporting > 0 ? "không cộng" : "…")} // «…»: some say nil, the others nothing, so there is no figure yet
      title={
        <>
          {sum === undefined ? definition.name : `${sum} ${definition.unit[at] ?? ""}`}{" "}
          <span className="cap">
            {t(`consolidation.over_${definition.over_agencies}`, { count: reporting })}
          </span>
        </>
      }
      parts={parts.map((part) => ({ name: part.agency, value: partText(part) }))}
      more={
        blank.length > 0 && (
          <span className="cap">
            {t("consolidation.blank", { count: blank.length })} {listText(blank.map((one) => one.agency))}
          </span>
        )
      }
    />
  );
}
