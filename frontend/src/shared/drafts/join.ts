import { type AnyDraft, type DraftKind, type KeptOf, same } from "./draft";

/**
 * What two tabs made of a draft since this one knew it as `last`, brought together over the newer report of the two. A place
 * counts as the tab says that changed it, with the question that stands there; where both changed it, the kind of draft says
 * what becomes of it. What is kept besides (a waiting handing-in) stays as the other tab left it unless this one changed it.
 */
export function joined<D extends AnyDraft, K extends KeptOf<D>>(
  kind: DraftKind<D, K>,
  there: K,
  here: K,
  last: K,
): K {
  const report = there.report.version > here.report.version ? there.report : here.report;
  const over = (one: K) =>
    one.report.version < report.version ? kind.kept(kind.withTheirs(kind.opened(one), report)) : one;
  const [theirs, ours, before] = [over(there), over(here), over(last)];
  const fields: Record<string, unknown> = {};
  const conflicts: unknown[] = [];
  const put = (name: string, value: unknown, conflict: unknown) => {
    fields[name] = value;
    if (conflict !== undefined) conflicts.push(conflict);
  };
  for (const name of Object.keys({ ...ours.fields, ...theirs.fields, ...before.fields })) {
    const [a, b, was] = [at(ours, name), at(theirs, name), at(before, name)];
    if (same(b, was) || same(a.value, b.value)) put(name, a.value, same(a, was) ? b.conflict : a.conflict);
    else if (same(a, was)) put(name, b.value, b.conflict);
    else {
      const { stands, conflict } = kind.meet(name, a.value, b.value);
      put(name, stands, conflict);
    }
  }
  return { ...besides(there, here, last), report, fields, conflicts };
}

/** What stands in a place, and the question there. */
function at({ fields, conflicts }: KeptOf<AnyDraft>, name: string) {
  const value = (fields as Record<string, unknown>)[name];
  return { value, conflict: conflicts.find(({ place }) => place === name) };
}

function besides<K extends object>(there: K, here: K, last: K): K {
  const names = Object.keys(here) as (keyof K)[];
  const left = names.filter((name) => same(here[name], last[name]));
  return { ...here, ...Object.fromEntries(left.map((name) => [name, there[name]])) };
}
