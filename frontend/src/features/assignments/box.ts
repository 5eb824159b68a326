import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo, useSyncExternalStore } from "react";
import { useMe } from "@/shared/access";
import { api } from "@/shared/api/client";
import { nowStale } from "@/shared/api/stale";
import { Outbox, type Waiting } from "@/shared/outbox";
import type { UpdateInput } from "./queries";

/** A day's work that was written down here and is on its way to the office. */
export interface KeptUpdate {
  /** Also the key by which the office takes it once. */
  id: string;
  assignment: string;
  body: UpdateInput;
}

/** The progress updates of one account that lie on this device until the office has them. */
export class UpdateBox extends Outbox<KeptUpdate> {
  /** Hears which id the office gave to an update, before it is forgotten here. */
  onSent: (kept: string, given: string) => Promise<void> = () => Promise.resolve();

  constructor(account: string, cache: QueryClient) {
    super("lantoa-updates", account, async ({ id, assignment, body }) => {
      const { data, error } = await api.POST("/assignments/{id}/updates", {
        params: { path: { id: assignment }, header: { "Idempotency-Key": id } },
        body,
      });
      if (data === undefined) throw error as unknown;
      await this.onSent(id, data.id);
      nowStale(cache, "/assignments", "/overview");
    });
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
