import { quantitiesOf } from "@/shared/figures";
import type { Indicator, Section } from "./report";

/** A piece of a narrative: words, or a place where a sum stands. */
type Piece = { text: string } | { indicator: Indicator; at: 0 | 1 };

const place = /\{([0-9A-Za-z][0-9A-Za-z._-]{0,19})(#2)?\}/g;

/**
 * A line of narrative with its sums found: `{9.1}` is an indicator's, `{9.7#2}` the second of a pair. A place that names no
 * indicator stays as it was typed, as the server prints it.
 */
export function piecesOf(line: string, sections: Section[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of line.matchAll(place)) {
    const [typed, code, second] = found;
    const indicator = indicatorOf(sections, code ?? "");
    const at = second === undefined ? 0 : 1;
    if (indicator === undefined || at >= Math.max(indicator.definition.unit.length, 1)) continue;
    if (found.index > from) pieces.push({ text: line.slice(from, found.index) });
    pieces.push({ indicator, at });
    from = found.index + typed.length;
  }
  if (from < line.length) pieces.push({ text: line.slice(from) });
  return pieces;
}

function indicatorOf(sections: Section[], code: string): Indicator | undefined {
  return sections
    .flatMap((section) => section.indicators)
    .find((indicator) => indicator.definition.code === code);
}

/** Whether a narrative has a place where a sum stands. */
export function hasPlaces(text: string): boolean {
  return text.search(place) >= 0;
}

/** What is written to let an indicator's sum stand in the text: «{9.1} buổi», «{9.7} cuộc, {9.7#2} lượt người». */
export function placeFor({ definition: { code, unit } }: Indicator): string {
  return [`{${code}}`, `{${code}#2}`]
    .slice(0, Math.max(unit.length, 1))
    .map((written, at) => `${written} ${unit[at] ?? ""}`.trim())
    .join(", ");
}

/** One number of a sum in words, «hơn 19.400»; undefined when there is none. */
export function sumText({ total, definition }: Indicator, at: 0 | 1): string | undefined {
  if (total === null) return undefined;
  const one =
    at === 0
      ? { ...total, value2: null }
      : { ...total, value: total.value2, qualifier: total.qualifier2, value2: null };
  return quantitiesOf(one, [definition.unit[at] ?? ""])[0]?.number;
}
