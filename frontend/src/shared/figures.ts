import i18next from "i18next";
import type { components } from "./api/schema.gen";
import { type Day, dayText, numberText } from "./format";

/** «hơn» and «khoảng» as the API writes them; blank or null is exact. */
type Qualifier = "more_than" | "about" | "" | null;

/** One indicator of a section, with its units: one, for a pair two, for words none. */
export type Indicator = components["schemas"]["ReportIndicator"];

/** What stands for one indicator: nil, one number or two, or words; numbers are exact decimals in text. */
export interface Value {
  nil: boolean;
  value: string | null;
  value2: string | null;
  qualifier: Qualifier;
  qualifier2: Qualifier;
  text: string;
  as_of: Day | null;
}

/** «hơn 19.400» */
function quantityText(value: string, qualifier: Qualifier): string {
  const number = numberText(value);
  if (qualifier === "more_than") return `${i18next.t("figure.moreThan")} ${number}`;
  return qualifier === "about" ? `${i18next.t("figure.about")} ${number}` : number;
}

/** The numbers of a value, each with its unit: «12 cuộc», «hơn 480 lượt người»; a missing one of a pair is left out. */
export function quantitiesOf(
  { value, value2, qualifier, qualifier2 }: Pick<Value, "value" | "value2" | "qualifier" | "qualifier2">,
  units: string[],
): { number: string; unit: string }[] {
  const numbers = [
    value === null ? null : quantityText(value, qualifier),
    value2 === null ? null : quantityText(value2, qualifier2),
  ];
  return numbers.flatMap((number, at) => (number === null ? [] : [{ number, unit: units[at] ?? "" }]));
}

/** A value in words: «12 cuộc, hơn 480 lượt người (tính đến 05/11/2024)», «Không phát sinh»; null when nothing was given. */
export function valueText(value: Value | undefined, units: string[]): string | null {
  if (value === undefined) return null;
  if (value.nil) return i18next.t("figure.nil");
  if (value.text !== "") return value.text;
  const numbers = quantitiesOf(value, units).map(({ number, unit }) => `${number} ${unit}`.trim());
  if (numbers.length === 0) return null;
  const on = value.as_of === null ? "" : ` (${i18next.t("figure.asOf", { day: dayText(value.as_of) })})`;
  return numbers.join(", ") + on;
}
