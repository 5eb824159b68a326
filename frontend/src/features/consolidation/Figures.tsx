import { useTranslation } from "react-i18next";
import { quantitiesOf, valueText } from "@/shared/figures";
import { listText } from "@/shared/format";
import { LiveFigure } from "@/shared/ui/LiveFigure/LiveFigure";
import classes from "./Figures.module.css";
import type { Indicator, Section } from "./report";

/** The sums of one section as the table of the official text; each opens to the reports that it is added from. */
export function Figures({ section }: { section: Section }) {
  const { t } = useTranslation();
  if (section.indicators.length === 0) return null;
  return (
    <>
      <table>
        <caption>{t("consolidation.tableOf", { title: section.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("consolidation.indicator")}</th>
            <th scope="col">{t("consolidation.unit")}</th>
            <th scope="col">{t("consolidation.total")}</th>
          </tr>
        </thead>
        <tbody>
          {section.indicators.flatMap((indicator) => {
            const units = indicator.definition.unit.length === 0 ? [""] : indicator.definition.unit;
            return units.map((unit, at) => (
              <tr key={`${indicator.definition.code} ${unit}`}>
                {at === 0 && (
                  <th scope="row" rowSpan={units.length}>
                    {indicator.definition.name}
                  </th>
                )}
                <td>{unit}</td>
                <td className={classes.figure}>
                  <Total indicator={indicator} at={at} />
                </td>
              </tr>
            ));
          })}
        </tbody>
      </table>
      <p>
        <i>
          <Coverage section={section} />
        </i>
      </p>
    </>
  );
}

/** Whose figures are in the table, and whose are not. */
function Coverage({ section: { accepted, owing, without } }: { section: Section }) {
  const { t } = useTranslation();
  const whose = t("consolidation.figuresOf", { accepted, owing });
  if (without.length === 0) return `${whose}.`;
  const who =
    without.length > 4
      ? t("consolidation.withoutCount", { count: without.length })
      : t("consolidation.without", { agencies: listText(without.map((one) => one.agency)) });
  return `${whose}; ${who}`;
}

/** One sum; when nobody has a figure it says why. */
function Total({ indicator, at }: { indicator: Indicator; at: number }) {
  const { t } = useTranslation();
  const { definition, total, parts, reporting, nil, blank } = indicator;
  if (nil) return t("figure.nil");
  const sum = total === null ? undefined : quantitiesOf(only(total, at), [definition.unit[at] ?? ""])[0];
  if (sum === undefined && parts.length === 0) return "–";
  return (
    <LiveFigure
      text={sum?.number ?? t("consolidation.notAdded")}
      title={
        <>
          {sum === undefined ? definition.name : `${sum.number} ${sum.unit}`}{" "}
          <span className="cap">
            {t(`consolidation.over_${definition.over_agencies}`, { count: reporting })}
          </span>
        </>
      }
      parts={parts.map((part) => ({
        name: part.agency,
        value: valueText(definition.kind === "text" ? part : { ...part, ...only(part, at) }, []) ?? "–",
      }))}
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

type Numbers = NonNullable<Indicator["total"]>;

/** The first number of a pair, or the second, alone. */
function only(numbers: Numbers, at: number): Numbers {
  return at === 0
    ? { ...numbers, value2: null, qualifier2: null }
    : { value: numbers.value2, qualifier: numbers.qualifier2, value2: null, qualifier2: null };
}
