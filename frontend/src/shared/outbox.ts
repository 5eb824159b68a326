import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";
import { type Problem, problemOf } from "./api/problem";
import { tokenHolder } from "./api/token";

/** Where one thing is on its way: waiting, being sent (from 0 to 1), or refused by the office. */
export type Way = { is: "waiting" } | { is: "sending"; done: number } | { is: "refused"; problem: Problem };

/** One thing that waits to be sent, and how far it is. */
export interface Waiting<T> {
  item: T;
  way: Way;
}

/** How an item is sent; it throws the problem. `false`: not yet, something else must go first. */
export type Send<T> = (item: T, onProgress: (done: number) => void) => Promise<void> | false;

/** How long until the office is tried again when it was not reached, in milliseconds. */
export const patience = 15_000;

/** Things of one account that lie on this device until the office has them: sent one after the other, each once. */
export class Outbox<T extends { id: string }> {
  readonly #store: UseStore;
  readonly #hears = new Set<() => void>();
  #waiting: Waiting<T>[] = [];
  #running = false;
  #wanted = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `name` names the database on the device. */
  constructor(
    name: string,
    readonly account: string,
    readonly send: Send<T>,
  ) {
    this.#store = createStore(name, "waiting");
  }

  /** Tells `hear` of every change; gives the way to stop. */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hears.add(hear);
    return () => this.#hears.delete(hear);
  };

  /** What waits, the oldest first; the same list until something changes. */
  readonly get = (): Waiting<T>[] => this.#waiting;

  /** Takes up what was left on the device, and sends it. */
  async resume(): Promise<void> {
    const kept = await entries<string, T>(this.#store);
    const mine = kept.filter(([key]) => key.startsWith(`${this.account}/`)).map(([, item]) => item);
    const known = new Set(this.#waiting.map(({ item }) => item.id));
    const found = mine.filter((item) => !known.has(item.id)).map((item) => ({ item, way: waits }));
    this.#tell([...found, ...this.#waiting].sort((a, b) => (a.item.id < b.item.id ? -1 : 1)));
    this.flush();
  }

  /** Keeps an item on the device and sends it. Throws when the device cannot keep it. */
  async add(item: T): Promise<void> {
    await set(this.#key(item.id), item, this.#store);
    const known = this.#waiting.some((one) => one.item.id === item.id);
    const renewed = this.#waiting.map((one) => (one.item.id === item.id ? { item, way: waits } : one));
    this.#tell(known ? renewed : [...this.#waiting, { item, way: waits }]);
    this.flush();
  }

  /**
   * Changes an item as it lies on the device: another tab may have sent it, given it up or changed it since it was read. `null` gives
   * it up. One that is there no more is forgotten here too; tells whether it was there.
   */
  async change(id: string, how: (kept: T) => T | null): Promise<boolean> {
    const kept = await get<T>(this.#key(id), this.#store);
    if (kept === undefined) {
      this.#forget(id);
      return false;
    }
    const next = how(kept);
    if (next === null) await this.remove(id);
    else if (next !== kept) await this.add(next);
    return true;
  }

  /** Gives an item up. */
  async remove(id: string): Promise<void> {
    await del(this.#key(id), this.#store);
    this.#forget(id);
  }

  /** Tries at once to send what waits; what was refused stays until it is changed or given up. */
  flush(): void {
    clearTimeout(this.#timer);
    void this.#run();
  }

  async #run(): Promise<void> {
    if (tokenHolder() !== this.account) return;
    this.#wanted += 1;
    if (this.#running) return;
    const wanted = this.#wanted;
    this.#running = true;
    try {
      const tried = new Set<string>();
      for (;;) {
        const next = this.#waiting.find(({ item, way }) => way.is === "waiting" && !tried.has(item.id));
        if (next === undefined) return;
        tried.add(next.item.id);
        if (!(await this.#one(next.item))) return;
      }
    } finally {
      this.#running = false;
      if (this.#wanted !== wanted) void this.#run();
    }
  }

  /** Whether it is worth going on with the next. */
  async #one(item: T): Promise<boolean> {
    // Another tab may have sent it meanwhile, or given it up.
    const kept = await get<T>(this.#key(item.id), this.#store).catch(() => item);
    if (kept === undefined) {
      this.#forget(item.id);
      return true;
    }
    try {
      const sending = this.send(kept, (done) => this.#put(item.id, { is: "sending", done }));
      if (sending === false) return true;
      this.#put(item.id, { is: "sending", done: 0 });
      await sending;
      await this.remove(item.id);
      return true;
    } catch (thrown) {
      const problem = problemOf(thrown);
      if (!isAway(problem)) {
        this.#put(item.id, { is: "refused", problem });
        return true;
      }
      this.#put(item.id, waits);
      this.#timer = setTimeout(() => void this.#run(), patience);
      return false;
    }
  }

  #forget(id: string): void {
    this.#tell(this.#waiting.filter(({ item }) => item.id !== id));
  }

  #put(id: string, way: Way): void {
    this.#tell(this.#waiting.map((one) => (one.item.id === id ? { ...one, way } : one)));
  }

  #tell(next: Waiting<T>[]): void {
    this.#waiting = next;
    for (const hear of this.#hears) hear();
  }

  #key(id: string): string {
    return `${this.account}/${id}`;
  }
}

const waits: Way = { is: "waiting" };

/** Whether it is worth trying again by itself: no answer came, the server failed, or the session must be renewed first. */
export function isAway({ status, code }: Problem): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500 || code === "idempotency.running";
}
