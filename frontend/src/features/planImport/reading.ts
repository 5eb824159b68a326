import type { components } from "@/shared/api/schema.gen";

export type Reading = components["schemas"]["PlanReading"];
export type Source = components["schemas"]["PlanSource"];
export type Draft = components["schemas"]["PlanDraft"];
export type Party = components["schemas"]["Party"];

/** How a field compares with the document's own words. */
export type Match = "same" | "differs" | "choose" | "settled";

/** The sentences from which everything under a pointer was read, each once, in the document's order. */
export function sourcesUnder(reading: Reading, ...pointers: string[]): Source[] {
  const lines = new Map<string, Source>();
  for (const [at, source] of Object.entries(reading.sources)) {
    if (pointers.some((pointer) => at === pointer || at.startsWith(`${pointer}/`)))
      lines.set(`${source.line} ${source.text}`, source);
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

/** What stands in the document at a line, as far as it was read; blank when nothing was. */
export function textAt(reading: Reading, line: number): string {
  const all = [...Object.values(reading.sources), ...reading.unread];
  return all.find((source) => source.line === line)?.text ?? "";
}

/** Whether a value stands in the document as it is, in other spelling, or not as a known name. */
export function matchOf(value: string, sources: Source[]): Match {
  const plain = (text: string) => text.normalize("NFC").toLocaleLowerCase("vi");
  return sources.some(({ text }) => plain(text).includes(plain(value))) ? "same" : "differs";
}

/** A text cut into pieces, those of the marks apart: `["Cơ quan chủ trì: ", "Phòng VHTT"]`. */
export function pieces(text: string, marks: string[]): { words: string; marked: boolean }[] {
  const found = marks
    .filter((mark) => mark !== "")
    .map((mark) => ({ mark, at: text.toLocaleLowerCase("vi").indexOf(mark.toLocaleLowerCase("vi")) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.mark.length - a.mark.length);
  const list: { words: string; marked: boolean }[] = [];
  let from = 0;
  for (const { mark, at } of found) {
    if (at < from) continue;
    if (at > from) list.push({ words: text.slice(from, at), marked: false });
    list.push({ words: text.slice(at, at + mark.length), marked: true });
    from = at + mark.length;
  }
  if (from < text.length) list.push({ words: text.slice(from), marked: false });
  return list;
}
