import { entries, get, promisifyRequest, type UseStore } from "idb-keyval";
import type { AnyDraft, DraftKind, KeptOf } from "./draft";
import { joined } from "./join";

/** Where the drafts of one kind lie on this device, each under its account and its report. */
export class Device<D extends AnyDraft, K extends KeptOf<D>> {
  constructor(
    readonly store: UseStore,
    readonly kind: DraftKind<D, K>,
  ) {}

  /** The draft of a report that an account left here. */
  read(account: string, report: string): Promise<K | undefined> {
    return get<K>(keyOf(account, report), this.store);
  }

  /** All drafts that an account left here. */
  async all(account: string): Promise<K[]> {
    const found = await entries<string, K>(this.store);
    return found.filter(([key]) => key.startsWith(`${account}/`)).map(([, kept]) => kept);
  }

  /**
   * Keeps a draft, or forgets it once the office has all of it, and gives what it is now: another tab may have written since
   * this one knew it as `last`, and what it changed stays, in the same transaction. With `leave` the draft stays even
   * when nothing of it waits, so that the other tab sees what was given up.
   */
  keep(account: string, draft: K, last: K, leave: boolean): Promise<K> {
    const key = keyOf(account, draft.report.id);
    return this.store("readwrite", (objects) => {
      const asked = objects.get(key) as IDBRequest<K | undefined>;
      return new Promise((resolve, reject) => {
        asked.onerror = () => reject(asked.error ?? new Error("the device did not answer"));
        asked.onsuccess = () => {
          const now = asked.result === undefined ? draft : joined(this.kind, asked.result, draft, last);
          if (leave || !this.kind.isSettled(this.kind.opened(now))) objects.put(now, key);
          else objects.delete(key);
          resolve(promisifyRequest(objects.transaction).then(() => now));
        };
      });
    });
  }
}

function keyOf(account: string, report: string): string {
  return `${account}/${report}`;
}
