import { createStore, del, get, set } from "idb-keyval";
import { type Problem, problemOf } from "@/shared/api/problem";
import { tokenHolder } from "@/shared/api/token";
import { isAway } from "@/shared/outbox";
import { readReport, saveReport } from "../queries";
import type { Report } from "../report";
import { changed, type Fields, fieldsOf, patchOf } from "./fields";
import { type Conflict, merge } from "./merge";

/** How long after the last key the server gets what was written, in milliseconds. */
const pause = 1200;
/** How long until the server is tried again when it was not reached. */
const patience = 15_000;

/** The narrative as it stands here: what the server has, what is written, and how far that is on its way. */
export interface Narrative {
  report: Report;
  fields: Fields;
  conflicts: Conflict[];
  sending: boolean;
  /** Why the server did not take it; it is not tried again until something changes. */
  refused: Problem | null;
}

interface Kept {
  report: Report;
  fields: Fields;
  conflicts: Conflict[];
}

const store = createStore("lantoa-consolidated", "drafts");

/** The narrative of one consolidated report: kept on the device at once, sent after a pause, brought together with a colleague's. */
export class NarrativeBox {
  #now: Narrative;
  #running: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keeping: Promise<unknown> = Promise.resolve();
  readonly #hears = new Set<() => void>();

  /** `onReport` hears every newer report that the server answered with. */
  private constructor(
    readonly account: string,
    readonly key: string,
    kept: Kept,
    readonly onReport: (report: Report) => void,
  ) {
    this.#now = { ...kept, sending: false, refused: null };
  }

  /** Opens the narrative of an account, with what was left of it on the device. */
  static async open(
    account: string,
    report: Report,
    onReport: (report: Report) => void,
  ): Promise<NarrativeBox> {
    const key = `${account}/${report.id}`;
    const kept = await get<Kept>(key, store).catch(() => undefined); // a private window has no such store
    const box = new NarrativeBox(
      account,
      key,
      kept ?? { report, fields: fieldsOf(report), conflicts: [] },
      onReport,
    );
    box.bring(report);
    box.#sendSoon(0);
    return box;
  }

  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hears.add(hear);
    return () => this.#hears.delete(hear);
  };

  readonly get = (): Narrative => this.#now;

  /** The places that the server does not have yet. */
  waiting(): string[] {
    return changed(fieldsOf(this.#now.report), this.#now.fields);
  }

  /** Writes into places: on the device at once, to the server after a pause. */
  write(changes: Fields): void {
    this.#change({ fields: { ...this.#now.fields, ...changes }, refused: null });
    this.#sendSoon(pause);
  }

  /** Settles one text that two had changed. */
  settle(place: string, text: string): void {
    const conflicts = this.#now.conflicts.filter((conflict) => conflict.place !== place);
    this.#change({ fields: { ...this.#now.fields, [place]: text }, conflicts });
    this.#sendSoon(0);
  }

  /** Brings a newer report of the server into the narrative. */
  bring(report: Report): void {
    if (report.version <= this.#now.report.version) return;
    const base = fieldsOf(this.#now.report);
    const { fields, conflicts } = merge(base, this.#now.fields, fieldsOf(report));
    const open = this.#now.conflicts.filter((one) => conflicts.every((two) => two.place !== one.place));
    this.#change({ report, fields, conflicts: [...open, ...conflicts] });
  }

  /** Tries at once to send what waits; tells whether the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await this.#send();
    return this.waiting().length === 0;
  }

  /** Stops trying; what waits stays on the device. */
  close(): void {
    clearTimeout(this.#timer);
  }

  #sendSoon(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), wait);
  }

  /** Whoever asks while sending is under way waits for the same. */
  #send(): Promise<void> {
    this.#running ??= this.#sendAll().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    try {
      while (await this.#sendOnce()) {
        // what was typed while the last request was on its way
      }
    } finally {
      if (this.#now.sending) this.#change({ sending: false });
    }
  }

  async #sendOnce(): Promise<boolean> {
    const { report, fields, conflicts, refused } = this.#now;
    const unsettled = new Set(conflicts.map((conflict) => conflict.place));
    const places = this.waiting().filter((place) => !unsettled.has(place));
    if (tokenHolder() !== this.account) return false; // it never goes under another's name
    if (places.length === 0 || refused !== null || !report.allowed_actions.includes("edit")) return false;
    this.#change({ sending: true });
    try {
      this.#taken(fields, await saveReport(report, patchOf(fields, places)));
      return true;
    } catch (thrown) {
      return this.#failed(problemOf(thrown));
    }
  }

  async #failed(problem: Problem): Promise<boolean> {
    if (problem.status === 412)
      try {
        this.bring(await readReport(this.#now.report.id));
        return true;
      } catch (thrown) {
        return this.#failed(problemOf(thrown));
      }
    if (isAway(problem)) this.#sendSoon(patience);
    else this.#change({ refused: problem });
    return false;
  }

  /** The server took what was sent. What was typed since stays; where it wrote otherwise (NFC), its writing counts. */
  #taken(sent: Fields, report: Report): void {
    const theirs = fieldsOf(report);
    const fields = { ...theirs };
    for (const place of changed(sent, this.#now.fields)) fields[place] = this.#now.fields[place];
    for (const conflict of this.#now.conflicts) fields[conflict.place] = this.#now.fields[conflict.place];
    this.#change({ report, fields });
    this.onReport(report);
  }

  #change(part: Partial<Narrative>): void {
    this.#now = { ...this.#now, ...part };
    for (const hear of this.#hears) hear();
    this.#keeping = this.#keeping.then(() => this.#keep()).catch(() => undefined);
  }

  #keep(): Promise<void> {
    const { report, fields, conflicts } = this.#now;
    const settled = conflicts.length === 0 && this.waiting().length === 0;
    return settled ? del(this.key, store) : set(this.key, { report, fields, conflicts }, store);
  }
}
