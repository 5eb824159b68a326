import type { Day } from "@/shared/format";
import { type Figure, isBlank, type Quantity } from "@/shared/ui/FigureField/figure";
import type { Content, Entry, Indicator, Report, Section, Value } from "../report";

/** What is written in one figure's place: a figure with its day, or the words of a text indicator. */
export interface Answer extends Figure {
  text: string;
  asOf: Day | null;
}

/** What may stand in one place of a report. */
export type Written = string | boolean | string[] | Answer | null;

/** A report as it is being written: every place by its name, so that two hands in different places never meet. */
export type Fields = Record<string, Written>;

/** The names of the places. */
export const place = {
  text: (section: string) => `section/${section}/text`,
  nil: (section: string) => `section/${section}/nil`,
  answer: (section: string, indicator: string) => `section/${section}/value/${indicator}`,
  number: "number",
  datedOn: "dated_on",
  lines: "signature/lines",
  name: "signature/name",
} as const;

/** The answer in which nothing stands. */
function blankAnswer(indicator: Indicator): Answer {
  const quantities = indicator.unit.map((): Quantity => ({ value: "", qualifier: "" }));
  return { nil: false, quantities, text: "", asOf: null };
}

/** The report's places as the office has them. */
export function fieldsOf(report: Report): Fields {
  const fields: Fields = {
    [place.number]: report.number ?? "",
    [place.datedOn]: report.dated_on,
    [place.lines]: report.signature.lines,
    [place.name]: report.signature.name,
  };
  for (const section of report.sections) {
    const entry = report.content.sections[section.code];
    fields[place.text(section.code)] = entry?.text ?? "";
    fields[place.nil(section.code)] = entry?.nil ?? false;
    for (const indicator of section.indicators)
      fields[place.answer(section.code, indicator.code)] = read(entry?.values[indicator.code], indicator);
  }
  return fields;
}

function read(value: Value | undefined, indicator: Indicator): Answer {
  const blank = blankAnswer(indicator);
  if (value === undefined) return blank;
  const given: Quantity[] = [
    { value: value.value ?? "", qualifier: value.qualifier ?? "" },
    { value: value.value2 ?? "", qualifier: value.qualifier2 ?? "" },
  ];
  return {
    nil: value.nil,
    quantities: blank.quantities.map((none, at) => given[at] ?? none),
    text: value.text,
    asOf: value.as_of,
  };
}

/** The text in a place. */
export function textIn(fields: Fields, name: string): string {
  const written = fields[name];
  return typeof written === "string" ? written : "";
}

/** Whether «không phát sinh» stands for the whole section. */
export function isNil(fields: Fields, section: string): boolean {
  return fields[place.nil(section)] === true;
}

/** The answer to an indicator. */
export function answerIn(fields: Fields, section: string, indicator: Indicator): Answer {
  const written = fields[place.answer(section, indicator.code)];
  return written !== null && typeof written === "object" && "quantities" in written
    ? written
    : blankAnswer(indicator);
}

/** Whether nothing was answered. */
export function isUnanswered(answer: Answer): boolean {
  return isBlank(answer) && answer.text.trim() === "";
}

/** The content as it is sent: without what is no number yet, and without the figures of a section that is nil as a whole. */
export function contentOf(fields: Fields, sections: Section[]): Content {
  return {
    sections: Object.fromEntries(sections.map((section) => [section.code, entryOf(fields, section)])),
  };
}

function entryOf(fields: Fields, section: Section): Entry {
  const nil = isNil(fields, section.code);
  const values: Entry["values"] = {};
  for (const indicator of nil ? [] : section.indicators) {
    const value = valueOf(answerIn(fields, section.code, indicator));
    if (value !== null) values[indicator.code] = value;
  }
  return { text: textIn(fields, place.text(section.code)).normalize("NFC"), nil, values };
}

/** An answer as it is sent; null when there is nothing to send. */
export function valueOf({ nil, quantities, text, asOf }: Answer): Value | null {
  const numbers = quantities.map((q) => (q.value === "" ? null : q.value));
  const qualifiers = quantities.map((q) => (q.value === "" || q.qualifier === "" ? null : q.qualifier));
  const words = text.normalize("NFC");
  if (nil) return { ...nothing, nil: true };
  if (numbers.every((n) => n === null) && words === "") return null;
  return {
    ...nothing,
    value: numbers[0] ?? null,
    value2: numbers[1] ?? null,
    qualifier: qualifiers[0] ?? null,
    qualifier2: qualifiers[1] ?? null,
    text: words,
    as_of: asOf,
  };
}

const nothing: Value = {
  nil: false,
  value: null,
  value2: null,
  qualifier: null,
  qualifier2: null,
  text: "",
  as_of: null,
};

/** One place as it is sent; «no value» is null. */
export type Sent = string | boolean | string[] | Value | null;

/** Every place as it is sent. */
export function sentOf(fields: Fields, sections: Section[]): Record<string, Sent> {
  const sent: Record<string, Sent> = {
    [place.number]: textIn(fields, place.number).trim().normalize("NFC"),
    [place.datedOn]: textIn(fields, place.datedOn) === "" ? null : textIn(fields, place.datedOn),
    [place.lines]: linesIn(fields)
      .map((line) => line.trim().normalize("NFC"))
      .filter((line) => line !== ""),
    [place.name]: textIn(fields, place.name).normalize("NFC"),
  };
  const content = contentOf(fields, sections);
  for (const section of sections) {
    const entry = content.sections[section.code];
    sent[place.text(section.code)] = entry?.text ?? "";
    sent[place.nil(section.code)] = entry?.nil ?? false;
    for (const indicator of section.indicators)
      sent[place.answer(section.code, indicator.code)] = entry?.values[indicator.code] ?? null;
  }
  return sent;
}

/** The lines over the signature. */
export function linesIn(fields: Fields): string[] {
  const written = fields[place.lines];
  return Array.isArray(written) ? written : [];
}
