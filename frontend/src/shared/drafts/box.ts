import { tokenHolder } from "../api/token";
import { patience } from "../outbox";
import { type AnyDraft, type Change, type DraftKind, type KeptOf, same } from "./draft";
import { joined } from "./join";
import type { Device } from "./kept";

/** How long after the last key the office gets what was written, in milliseconds. */
export const pause = 1200;

type Timer = ReturnType<typeof setTimeout>;

/** All drafts of one kind and account on this device: kept at once, sent when the office can be reached, none lost in between. */
export class DraftBox<D extends AnyDraft, K extends KeptOf<D>> {
  readonly #kind: DraftKind<D, K>;
  readonly #drafts = new Map<string, D>();
  /** The drafts as this tab last knew them on the device. */
  readonly #known = new Map<string, K>();
  #waiting: D[] | null = null;
  readonly #keeping = new Map<string, Promise<void>>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #timers = new Map<string, Timer>();
  readonly #hears = new Set<() => void>();

  /** `onReport` hears every newer report that the office answered with. */
  constructor(
    readonly device: Device<D, K>,
    readonly account: string,
    readonly onReport: (report: D["report"]) => void,
  ) {
    this.#kind = device.kind;
  }

  /** Tells `hear` of every change; gives the way to stop. */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hears.add(hear);
    return () => this.#hears.delete(hear);
  };

  /** The draft of a report; undefined until it was opened. */
  get(id: string): D | undefined {
    return this.#drafts.get(id);
  }

  /** Every draft with something that the office does not have; the same list until something changes. */
  readonly waiting = (): D[] => {
    this.#waiting ??= [...this.#drafts.values()].filter((draft) => !this.#kind.isSettled(draft));
    return this.#waiting;
  };

  /** Takes up all drafts that were left on the device, and sends them. */
  async resume(): Promise<void> {
    for (const kept of await this.device.all(this.account)) this.#takeUp(kept);
    this.flush();
  }

  /** Opens a report that the office answered with, with what was left of it on the device, and sends that. */
  async open(report: D["report"]): Promise<void> {
    if (!this.#drafts.has(report.id)) {
      // A private window has no such store.
      const kept = await this.device.read(this.account, report.id).catch(() => undefined);
      this.#takeUp(kept ?? this.#kind.begun(report));
    }
    this.bring(report);
    this.sendSoon(report.id, 0);
  }

  #takeUp(kept: K): void {
    const { id } = kept.report;
    if (this.#drafts.has(id)) return;
    this.#known.set(id, kept);
    this.#set(id, this.#kind.opened(kept));
  }

  /** Brings a newer report of the office into its draft. */
  bring(report: D["report"]): void {
    const draft = this.#drafts.get(report.id);
    if (draft === undefined || report.version <= draft.report.version) return;
    if (this.#running.has(report.id)) {
      setTimeout(() => this.bring(report), pause); // the answer on its way may be newer still
      return;
    }
    this.change(report.id, (now) => this.#kind.withTheirs(now, report));
    this.sendSoon(report.id, 0);
  }

  /** Writes into places of a report: on the device at once, to the office after a pause. */
  write(id: string, changes: D["fields"]): void {
    this.change(id, (draft) => this.#kind.written(draft, changes));
    this.sendSoon(id, pause);
  }

  /** Gives up what is written here and was not sent, also in the other tabs that show it. */
  giveUp(id: string): void {
    this.change(id, ({ report }) => this.#kind.opened(this.#kind.begun(report)), true);
  }

  /** Takes in what other tabs wrote meanwhile, and tries at once to send everything that waits. */
  flush(): void {
    for (const id of this.#drafts.keys()) {
      this.#keep(id, false);
      this.sendSoon(id, 0);
    }
  }

  /** Tries at once to send what is written in a report; tells whether the office has all of it. */
  async sent(id: string): Promise<boolean> {
    clearTimeout(this.#timers.get(id));
    await this.#send(id);
    const draft = this.#drafts.get(id);
    return draft !== undefined && this.#kind.isSettled(draft);
  }

  protected sendSoon(id: string, wait: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#send(id), wait),
    );
  }

  /** Whoever asks while sending is under way waits for the same. */
  #send(id: string): Promise<void> {
    const running =
      this.#running.get(id) ??
      this.#sendAll(id).finally(() => {
        this.#running.delete(id);
        const draft = this.#drafts.get(id);
        if (draft?.sending === true) this.#set(id, { ...draft, sending: false });
      });
    this.#running.set(id, running);
    return running;
  }

  async #sendAll(id: string): Promise<void> {
    for (;;) {
      const draft = this.#drafts.get(id);
      // It never goes under another's name.
      if (draft === undefined || tokenHolder() !== this.account || !this.#kind.hasNext(draft)) return;
      this.#set(id, { ...draft, sending: true });
      const step = await this.#kind.sendNext(draft, (how) => this.change(id, how));
      if (step === "away") this.sendSoon(id, patience);
      if (step !== "more") return;
    }
  }

  protected change(id: string, how: Parameters<Change<D>>[0], leave = false): void {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    const next = how(draft);
    this.#set(id, next);
    if (next.report.version > draft.report.version) this.onReport(next.report);
    this.#keep(id, leave);
  }

  #set(id: string, draft: D): void {
    this.#drafts.set(id, draft);
    this.#waiting = null;
    for (const hear of this.#hears) hear();
  }

  /** One write to the device after the other, so that an older one never overtakes a newer. */
  #keep(id: string, leave: boolean): void {
    const before = this.#keeping.get(id) ?? Promise.resolve();
    const put = before.then(() => this.#put(id, leave));
    this.#keeping.set(id, put);
  }

  async #put(id: string, leave: boolean): Promise<void> {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    try {
      const kept = this.#kind.kept(draft);
      const now = await this.device.keep(this.account, kept, this.#known.get(id) ?? kept, leave);
      this.#known.set(id, this.#takeOver(id, kept, now));
      this.#mark(id, false);
    } catch {
      this.#mark(id, true);
    }
  }

  /** Another tab wrote in places that this one left alone, or had a newer report. Gives the draft as this tab knows it now. */
  #takeOver(id: string, put: K, now: K): K {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return now;
    const newer = now.report.version > draft.report.version;
    if (newer && this.#running.has(id)) {
      setTimeout(() => this.#keep(id, false), pause); // the answer on its way may be newer still
      return put;
    }
    const { report, fields, conflicts } = joined(this.#kind, now, this.#kind.kept(draft), put);
    const before = draft.fields as Record<string, unknown>;
    const changed = Object.entries(fields).filter(([name, value]) => !same(value, before[name]));
    if (newer || changed.length > 0 || !same(conflicts, draft.conflicts)) {
      this.#set(id, this.#kind.written({ ...draft, report, fields, conflicts }, Object.fromEntries(changed)));
      if (newer) this.onReport(report);
      this.sendSoon(id, pause); // the other tab may be gone by then
    }
    // What waits besides the places, such as a handing-in, stays with the tab that decided it.
    return { ...put, report: now.report, fields: now.fields, conflicts: now.conflicts };
  }

  #mark(id: string, unkept: boolean): void {
    const draft = this.#drafts.get(id);
    if (draft !== undefined && draft.unkept !== unkept) this.#set(id, { ...draft, unkept });
  }

  /** Waits until the device has taken everything; for tests. */
  async kept(): Promise<void> {
    await Promise.all(this.#keeping.values());
  }
}
