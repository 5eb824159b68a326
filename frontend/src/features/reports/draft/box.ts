import { tokenHolder } from "@/shared/api/token";
import { patience } from "@/shared/outbox";
import { newIdempotencyKey } from "@/shared/api/version";
import type { Report } from "../report";
import { type Draft, isSettled, type KeptDraft, newDraft, settled, withTheirs, written } from "./draft";
import { contentOf, type Fields, fieldsOf, type Written } from "./fields";
import { allKept, forgetDraft, keepDraft, readKept } from "./kept";
import { same } from "./merge";
import { hasNext, sendNext } from "./sync";

/** How long after the last key the office gets what was written, in milliseconds. */
export const pause = 1200;

type Timer = ReturnType<typeof setTimeout>;

/** All drafts of one account on this device: kept at once, sent when the office can be reached, none lost in between. */
export class DraftBox {
  readonly #drafts = new Map<string, Draft>();
  readonly #kept = new Map<string, Fields>();
  readonly #keeping = new Map<string, Promise<void>>();
  readonly #running = new Set<string>();
  readonly #timers = new Map<string, Timer>();
  readonly #hears = new Set<() => void>();

  /** `onReport` hears every newer report that the office answered with. */
  constructor(
    readonly account: string,
    readonly onReport: (report: Report) => void,
  ) {}

  /** Tells `hear` of every change; gives the way to stop. */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hears.add(hear);
    return () => this.#hears.delete(hear);
  };

  /** The draft of a report; undefined until it was opened. */
  get(id: string): Draft | undefined {
    return this.#drafts.get(id);
  }

  /** Every draft with something that the office does not have. */
  waiting(): Draft[] {
    return [...this.#drafts.values()].filter((draft) => !isSettled(draft));
  }

  /** Takes up all drafts that were left on the device, and sends them. */
  async resume(): Promise<void> {
    for (const kept of await allKept(this.account)) this.#takeUp(kept);
    this.flush();
  }

  /** Opens a report that the office answered with, with what was left of it on the device. */
  async open(report: Report): Promise<void> {
    if (!this.#drafts.has(report.id)) {
      const kept = await readKept(this.account, report.id).catch(() => undefined);
      this.#takeUp(kept ?? { report, fields: fieldsOf(report), conflicts: [], handIn: null });
    }
    this.bring(report);
  }

  #takeUp(kept: KeptDraft): void {
    const id = kept.report.id;
    if (this.#drafts.has(id)) return;
    this.#kept.set(id, kept.fields);
    this.#set(id, newDraft(kept));
  }

  /** Brings a newer report of the office into its draft. */
  bring(report: Report): void {
    const draft = this.#drafts.get(report.id);
    if (draft === undefined || report.version <= draft.report.version) return;
    if (this.#running.has(report.id)) {
      setTimeout(() => this.bring(report), pause); // the answer on its way may be newer still
      return;
    }
    this.#change(report.id, (now) => withTheirs(now, report));
    this.#sendSoon(report.id, 0);
  }

  /** Writes into places of a report: on the device at once, to the office after a pause. */
  write(id: string, changes: Fields): void {
    this.#change(id, (draft) => written(draft, changes));
    this.#sendSoon(id, pause);
  }

  /** Settles every place that two had changed. */
  settle(id: string, chosen: Record<string, Written>): void {
    this.#change(id, (draft) => settled(draft, chosen));
    this.#sendSoon(id, 0);
  }

  /** Hands the report in with what is written; when the office cannot be reached, as soon as it can. */
  handIn(id: string): void {
    this.#change(id, (draft) => ({
      ...draft,
      refused: null,
      recheck: false,
      handIn: {
        key: newIdempotencyKey(),
        version: draft.report.version,
        content: contentOf(draft.fields, draft.report.sections),
      },
    }));
    this.#sendSoon(id, 0);
  }

  /** Takes a handing-in back that has not gone out yet. */
  takeBack(id: string): void {
    this.#change(id, (draft) => ({ ...draft, handIn: null }));
  }

  /** Gives up what is written here and was not sent. */
  giveUp(id: string): void {
    this.#change(id, ({ report }) =>
      newDraft({ report, fields: fieldsOf(report), conflicts: [], handIn: null }),
    );
  }

  /** Tries at once to send everything that waits. */
  flush(): void {
    for (const { report } of this.waiting()) this.#sendSoon(report.id, 0);
  }

  #sendSoon(id: string, wait: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#send(id), wait),
    );
  }

  async #send(id: string): Promise<void> {
    if (this.#running.has(id) || tokenHolder() !== this.account) return;
    this.#running.add(id);
    try {
      for (;;) {
        const draft = this.#drafts.get(id);
        if (draft === undefined) return;
        const change = (how: (draft: Draft) => Draft) => this.#change(id, how);
        if (hasNext(draft)) this.#set(id, { ...draft, sending: true });
        const step = await sendNext(this.#drafts.get(id) ?? draft, change);
        if (step === "away") this.#sendSoon(id, patience);
        if (step !== "more") return;
      }
    } finally {
      this.#running.delete(id);
      const draft = this.#drafts.get(id);
      if (draft?.sending === true) this.#set(id, { ...draft, sending: false });
    }
  }

  #change(id: string, how: (draft: Draft) => Draft): void {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    const next = how(draft);
    this.#set(id, next);
    if (next.report.version > draft.report.version) this.onReport(next.report);
    this.#keep(id);
  }

  #set(id: string, draft: Draft): void {
    this.#drafts.set(id, draft);
    for (const hear of this.#hears) hear();
  }

  /** One write to the device after the other, so that an older one never overtakes a newer. */
  #keep(id: string): void {
    const before = this.#keeping.get(id) ?? Promise.resolve();
    const put = before.then(() => this.#put(id));
    this.#keeping.set(id, put);
  }

  async #put(id: string): Promise<void> {
    const draft = this.#drafts.get(id);
    if (draft === undefined) return;
    try {
      if (isSettled(draft)) {
        await forgetDraft(this.account, id);
        this.#kept.set(id, draft.fields);
      } else {
        const { report, fields, conflicts, handIn } = draft;
        const last = this.#kept.get(id) ?? null;
        const kept = await keepDraft(this.account, { report, fields, conflicts, handIn }, last);
        this.#kept.set(id, kept.fields);
        this.#takeOver(id, fields, kept.fields);
      }
      this.#mark(id, false);
    } catch {
      this.#mark(id, true);
    }
  }

  /** Another tab wrote in places that this one left alone. */
  #takeOver(id: string, put: Fields, kept: Fields): void {
    const theirs = Object.entries(kept).filter(([name, value]) => !same(value, put[name]));
    const draft = this.#drafts.get(id);
    if (theirs.length === 0 || draft === undefined) return;
    const untouched = theirs.filter(([name]) => same(draft.fields[name], put[name]));
    this.#set(id, written(draft, Object.fromEntries(untouched)));
  }

  #mark(id: string, unkept: boolean): void {
    const draft = this.#drafts.get(id);
    if (draft !== undefined && draft.unkept !== unkept) this.#set(id, { ...draft, unkept });
  }

  /** Waits until the device has taken everything; for tests and before leaving. */
  async kept(): Promise<void> {
    await Promise.all(this.#keeping.values());
  }
}
