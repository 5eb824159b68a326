import { createStore, del, entries, get, update } from "idb-keyval";
import type { KeptDraft } from "./draft";
import type { Fields } from "./fields";
import { same } from "./merge";

const store = createStore("lantoa-drafts", "reports");

function key(account: string, report: string): string {
  return `${account}/${report}`;
}

/** The draft of a report that this account left on the device. */
export function readKept(account: string, report: string): Promise<KeptDraft | undefined> {
  return get<KeptDraft>(key(account, report), store);
}

/** All drafts that this account left on the device. */
export async function allKept(account: string): Promise<KeptDraft[]> {
  const all = await entries<string, KeptDraft>(store);
  return all.filter(([name]) => name.startsWith(`${account}/`)).map(([, draft]) => draft);
}

/**
 * Keeps a draft on the device, and gives what is kept now. Another tab may have written meanwhile: the places that it changed
 * since `last`, and that were not changed here, are taken over.
 */
export async function keepDraft(account: string, draft: KeptDraft, last: Fields | null): Promise<KeptDraft> {
  let kept = draft;
  await update<KeptDraft>(
    key(account, draft.report.id),
    (old) => {
      kept = old === undefined || last === null ? draft : together(old, draft, last);
      return kept;
    },
    store,
  );
  return kept;
}

function together(old: KeptDraft, draft: KeptDraft, last: Fields): KeptDraft {
  const fields = { ...draft.fields };
  for (const [name, there] of Object.entries(old.fields))
    if (!same(there, last[name]) && same(draft.fields[name], last[name])) fields[name] = there;
  return old.report.version > draft.report.version
    ? { ...draft, report: old.report, fields }
    : { ...draft, fields };
}

/** Removes what the office has by now. */
export function forgetDraft(account: string, report: string): Promise<void> {
  return del(key(account, report), store);
}
