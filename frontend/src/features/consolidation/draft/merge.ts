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
    if (same(base[place], theirs[place]) || same(mine[place], theirs[place])) fields[place] = mine[place];
    else {
      const { stands, conflict } = meet(place, mine[place], theirs[place]);
      fields[place] = stands;
      if (conflict !== undefined) conflicts.push(conflict);
    }
  }
  return { fields, conflicts };
}

/** What becomes of a place that two changed differently: lists are united, of a text one chooses. */
export function meet(
  place: string,
  mine: Fields[string],
  theirs: Fields[string],
): { stands: Fields[string]; conflict?: Conflict } {
  const [member, code = ""] = place.split("/");
  const [ours, others] = [{ [place]: mine }, { [place]: theirs }];
  if (member === "merged") return { stands: unitedSources(mergedIn(others, code), mergedIn(ours, code)) };
  if (member === "reviewed")
    return { stands: [...new Set([...reviewedIn(others, code), ...reviewedIn(ours, code)])] };
  return { stands: mine, conflict: { place, mine: words(mine), theirs: words(theirs) } };
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
