import { type DehydratedState, dehydrate, hydrate, type QueryClient } from "@tanstack/react-query";
import { createStore, del, get, set } from "idb-keyval";
import { hasEnded, onSessionEnd } from "./token";

const store = createStore("lantoa-answers", "answers");
const slot = "last";
/** How long after the last answer they are written to the device, in milliseconds. */
const pause = 1000;
/** How long after the last answer the app opens without the office: as long as a sign-in may last, in milliseconds. */
const lifetime = 30 * 24 * 60 * 60_000;

interface Kept {
  /** The contract they were given under: answers of another one may have other members. */
  contract: string;
  state: DehydratedState;
}

/**
 * Takes up the answers that were kept on this device, so that the app opens and own reports are read without a network.
 * They are shown at once and asked for anew: however young, they may be older than what this device itself sent last.
 */
export async function recallAnswers(cache: QueryClient, contract: string): Promise<void> {
  const kept = await get<Kept>(slot, store).catch(() => undefined);
  if (kept?.contract !== contract || lastAnswer(kept.state) < Date.now() - lifetime) return;
  hydrate(cache, kept.state);
  await cache.invalidateQueries({ refetchType: "none" });
}

function lastAnswer({ queries }: DehydratedState): number {
  return Math.max(...queries.map(({ state }) => state.dataUpdatedAt));
}

/** Keeps every answer whose query says `meta: { keep: true }`, from now on, at once when the page is left, and until the session ends. */
export function keepAnswers(cache: QueryClient, contract: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    if (hasEnded()) return;
    const state = dehydrate(cache, {
      shouldDehydrateQuery: ({ meta, state: { status } }) => meta?.keep === true && status === "success",
      shouldDehydrateMutation: () => false,
    });
    void set(slot, { contract, state } satisfies Kept, store).catch(() => undefined);
  };
  cache.getQueryCache().subscribe(({ type, query }) => {
    if (query.meta?.keep !== true || type === "observerResultsUpdated") return;
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  });
  onSessionEnd(() => void forgetKept());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
}

/** Forgets the answers of whoever was signed in; drafts are kept elsewhere and stay. */
export async function forgetAnswers(cache: QueryClient): Promise<void> {
  cache.clear();
  await forgetKept();
}

async function forgetKept(): Promise<void> {
  await del(slot, store).catch(() => undefined);
}
