import type { Source } from "../report";
import { changed, type Fields, mergedIn, reviewedIn, same } from "./fields";

/** One text that was changed here and, otherwise, by a colleague. */
export interface Conflict {
  place: string;
  mine: string;
  theirs: string;
}

/**
 * Brings together what was written here since `base` and what the server has now. Where one side alone changed a place, that
 * side counts; lists are united; a text that both changed keeps what is written here and stands among the conflicts.
 */
export function merge(base: Fields, mine: Fields, theirs: Fields): { fields: Fields; conflicts: Conflict[] } {
  const fields: Fields = { ...theirs };
  const conflicts: Conflict[] = [];
  for (const place of changed(base, mine)) {
    const [member, code = ""] = place.split("/");
    if (same(base[place], theirs[place]) || same(mine[place], theirs[place])) fields[place] = mine[place];
    else if (member === "merged") fields[place] = unitedSources(mergedIn(theirs, code), mergedIn(mine, code));
    else if (member === "reviewed")
      fields[place] = [...new Set([...reviewedIn(theirs, code), ...reviewedIn(mine, code)])];
    else {
      fields[place] = mine[place];
      conflicts.push({ place, mine: words(mine[place]), theirs: words(theirs[place]) });
    }
  }
  return { fields, conflicts };
}

function words(value: Fields[string]): string {
  return typeof value === "string" ? value : "";
}

/** Of a report merged on both sides the newer handing-in counts. */
function unitedSources(theirs: Source[], mine: Source[]): Source[] {
  const by = new Map(theirs.map((source) => [source.report_id, source]));
  for (const source of mine) {
    const there = by.get(source.report_id);
    if (there === undefined || there.revision < source.revision) by.set(source.report_id, source);
  }
  return [...by.values()];
}
