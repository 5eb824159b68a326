import type { QueryClient } from "@tanstack/react-query";
import { createStore } from "idb-keyval";
import { DraftBox } from "@/shared/drafts/box";
import { Device } from "@/shared/drafts/kept";
import type { Fields } from "./fields";
import { reportQuery } from "../queries";
import type { Report } from "../report";
import {
  begun,
  hasNext,
  isSettled,
  type KeptNarrative,
  keptOf,
  type Narrative,
  opened,
  sendNext,
  settled,
  withTheirs,
  written,
} from "./narrative";
import { meet } from "./merge";

/** Where narratives lie on this device. */
export const device = new Device<Narrative, KeptNarrative>(createStore("lantoa-consolidated", "drafts"), {
  begun,
  opened,
  kept: keptOf,
  isSettled,
  written,
  withTheirs,
  meet: (place, mine, theirs) => meet(place, mine as Fields[string], theirs as Fields[string]),
  hasNext,
  sendNext,
});

/** All narratives of consolidated reports of one account on this device. */
export class NarrativeBox extends DraftBox<Narrative, KeptNarrative> {
  constructor(account: string, onReport: (report: Report) => void) {
    super(device, account, onReport);
  }

  /** Settles one text that two had changed. */
  settle(id: string, place: string, text: string): void {
    this.change(id, (narrative) => settled(narrative, place, text));
    this.sendSoon(id, 0);
  }
}

let box: NarrativeBox | null = null;

/** The narratives of this account; another account on the same device has its own. */
export function narrativeBox(cache: QueryClient, account: string): NarrativeBox {
  if (box?.account !== account)
    box = new NarrativeBox(account, (report) => cache.setQueryData(reportQuery(report.id).queryKey, report));
  return box;
}
