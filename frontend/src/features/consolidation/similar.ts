import { folded } from "@/shared/folded";
import type { SectionText } from "./report";

/** From which share of common words on two texts are taken to say the same. */
const alike = 0.6;
/** Shorter texts say too little to be compared. */
const fewest = 8;

/** For each text the first one before it that says much the same, by report. */
export function similarTexts(texts: SectionText[]): Map<string, SectionText> {
  const found = new Map<string, SectionText>();
  const sets = texts.map((text) => wordsOf(text.text));
  texts.forEach((text, at) => {
    const mine = sets[at];
    if (mine === undefined || mine.size < fewest) return;
    const twin = texts.slice(0, at).find((_, before) => share(sets[before] ?? new Set(), mine) >= alike);
    if (twin !== undefined) found.set(text.report_id, twin);
  });
  return found;
}

function wordsOf(text: string): Set<string> {
  return new Set(folded(text).match(/\p{L}+/gu) ?? []);
}

function share(a: Set<string>, b: Set<string>): number {
  if (a.size < fewest) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / (a.size + b.size - common);
}
