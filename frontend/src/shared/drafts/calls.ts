import { api } from "../api/client";
import { exactly, writeExact } from "../api/exact";
import { ifMatch, type Versioned } from "../api/version";

/** How long an answer is waited for, in milliseconds: a phone that lost its network in between may never hear one. */
export const patience = 45_000;

/** Fetches a report as the office has it, its figures exact. Throws the problem. */
export async function readReport<R>(id: string): Promise<R> {
  return exactly<R>(await api.GET("/reports/{id}", { params: { path: { id } }, parseAs: "text" }));
}

/** Saves places of a draft by a merge patch made from the version that was read. Throws the problem. */
export async function saveReport<R extends Versioned>({ id, version }: R, patch: object): Promise<R> {
  return exactly<R>(
    await api.PATCH("/reports/{id}", {
      params: { path: { id }, header: { "If-Match": ifMatch(version) } },
      headers: { "Content-Type": "application/merge-patch+json" },
      body: patch as Record<string, never>,
      bodySerializer: writeExact,
      parseAs: "text",
      signal: AbortSignal.timeout(patience),
    }),
  );
}
