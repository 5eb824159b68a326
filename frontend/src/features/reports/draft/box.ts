import { createStore } from "idb-keyval";
import { newIdempotencyKey } from "@/shared/api/version";
import { DraftBox } from "@/shared/drafts/box";
import { Device } from "@/shared/drafts/kept";
import type { Report } from "../report";
import {
  begun,
  type Draft,
  isSettled,
  type KeptDraft,
  keptOf,
  meet,
  newDraft,
  settled,
  withTheirs,
  written,
} from "./draft";
import { contentOf, type Written } from "./fields";
import { hasNext, sendNext } from "./sync";

/** Where the drafts of reports lie on this device. */
export const device = new Device<Draft, KeptDraft>(createStore("lantoa-drafts", "reports"), {
  begun,
  opened: newDraft,
  kept: keptOf,
  isSettled,
  written,
  withTheirs,
  meet,
  hasNext,
  sendNext,
});

/** All drafts of reports of one account on this device. */
export class ReportBox extends DraftBox<Draft, KeptDraft> {
  constructor(account: string, onReport: (report: Report) => void) {
    super(device, account, onReport);
  }

  /** Settles every place that two had changed. */
  settle(id: string, chosen: Record<string, Written>): void {
    this.change(id, (draft) => settled(draft, chosen));
    this.sendSoon(id, 0);
  }

  /** Hands the report in with what is written; when the office cannot be reached, as soon as it can. */
  handIn(id: string): void {
    this.change(id, (draft) => ({
      ...draft,
      refused: null,
      recheck: false,
      handIn: {
        key: newIdempotencyKey(),
        version: draft.report.version,
        content: contentOf(draft.fields, draft.report.sections),
      },
    }));
    this.sendSoon(id, 0);
  }

  /** Takes a handing-in back that has not gone out yet. */
  takeBack(id: string): void {
    this.change(id, (draft) => ({ ...draft, handIn: null }));
  }
}
