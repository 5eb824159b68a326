import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { useMe } from "@/shared/access";
import { api } from "@/shared/api/client";
import type { Problem } from "@/shared/api/problem";
import { nowStale } from "@/shared/api/stale";
import { Outbox, type Waiting } from "@/shared/outbox";
import { forgetFields } from "@/shared/ui/Form/keptFields";
import type { UpdateInput } from "./queries";

/** A day's work that was written down here and is on its way to the office. */
export interface KeptUpdate {
  /** Also the key by which the office takes it once. */
  id: string;
  assignment: string;
  body: UpdateInput;
  /** Why the office did not take it, while its writer corrects it here; until then it is not sent again. */
  refused?: Problem;
}

/** Under which the words of a correction are kept while one types. */
export function correctionOf({ id, assignment }: Pick<KeptUpdate, "id" | "assignment">): string {
  return `update/${assignment}/${id}`;
}

/** The progress updates of one account that lie on this device until the office has them. */
export class UpdateBox extends Outbox<KeptUpdate> {
  /** Hears which id the office gave to an update, before it is forgotten here. */
  onSent: (kept: string, given: string) => Promise<void> = () => Promise.resolve();
  /** Hears that an update will not be sent at all, before it is forgotten here. */
  onDropped: (kept: string) => Promise<void> = () => Promise.resolve();

  readonly #cache: QueryClient;

  constructor(account: string, cache: QueryClient) {
    super("lantoa-updates", account, (update) => (update.refused === undefined ? this.#send(update) : false));
    this.#cache = cache;
  }

  /** Takes an update that was refused up again, to be corrected. */
  takeUp({ id }: KeptUpdate, refused: Problem): Promise<void> {
    return this.#ifHere(id, (kept) => ({ ...kept, refused }));
  }

  /** Sends an update anew that was refused and has been corrected. */
  correct({ id, assignment, body }: KeptUpdate): Promise<void> {
    return this.#ifHere(id, () => ({ id, assignment, body }));
  }

  /** Gives an update up, with what goes with it. */
  async drop({ id, assignment }: KeptUpdate): Promise<void> {
    await this.#ifHere(id, () => null);
    await this.onDropped(id);
    forgetFields(this.account, correctionOf({ id, assignment }));
  }

  /** What another tab has sent meanwhile is shown as the office has it. */
  async #ifHere(id: string, how: (kept: KeptUpdate) => KeptUpdate | null): Promise<void> {
    if (!(await this.change(id, how))) nowStale(this.#cache, "/assignments");
  }

  async #send({ id, assignment, body }: KeptUpdate): Promise<void> {
    const { data, error } = await api.POST("/assignments/{id}/updates", {
      params: { path: { id: assignment }, header: { "Idempotency-Key": id } },
      body,
    });
    if (data === undefined) throw error as unknown;
    await this.onSent(id, data.id);
    nowStale(this.#cache, "/assignments", "/overview");
  }
}

let box: UpdateBox | null = null;

/** The updates of this account; another account on the same device has its own. */
export function updateBox(cache: QueryClient, account: string): UpdateBox {
  if (box?.account !== account) box = new UpdateBox(account, cache);
  return box;
}

/** The updates of the one who is signed in. */
export function useUpdateBox(): UpdateBox {
  const cache = useQueryClient();
  return updateBox(cache, useMe().account.id);
}

/** The updates of one assignment that the office does not have yet, the newest first. */
export function useWaitingUpdates(assignment: string): Waiting<KeptUpdate>[] {
  const updates = useUpdateBox();
  const all = useSyncExternalStore(updates.subscribe, updates.get);
  return useMemo(() => all.filter(({ item }) => item.assignment === assignment).reverse(), [all, assignment]);
}
