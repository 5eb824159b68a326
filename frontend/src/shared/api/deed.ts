import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "./problem";
import { nowStale } from "./stale";
import { ifMatch, newIdempotencyKey, type Versioned } from "./version";

/** What a call of the API gives: data or the problem, and the response that it came in. */
interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/**
 * The key under which one opened form, or one button, sends: the same until an answer came, so that neither a second tap nor
 * a try after a lost answer does a thing twice. What is sent after an answer is another thing.
 */
export class Once {
  #key = newIdempotencyKey();

  /** Sends by `call` under the key. Throws when no answer came. */
  async send<A extends Answer<unknown>>(call: (key: string) => Promise<A>): Promise<A> {
    const key = this.#key;
    const answer = await call(key);
    // A server that failed may have done it, and one that is still at it will have.
    const open = answer.response.status >= 500 || problemOf(answer.error).code === "idempotency.running";
    if (!open && key === this.#key) this.#key = newIdempotencyKey();
    return answer;
  }
}

interface DeedOptions<Given, Data> {
  /** The paths whose answers are no longer true, whatever came of it. */
  stale: string[];
  onSuccess?: (data: Data, given: Given) => void;
}

/** Something done at the office by one call, once: `useDeed((report: Versioned, key) => api.POST(…, verbOn(report, key)), …)`. */
export function useDeed<Given, Data>(
  call: (given: Given, key: string) => Promise<Answer<Data>>,
  { stale, onSuccess }: DeedOptions<Given, Data>,
) {
  const cache = useQueryClient();
  const [once] = useState(() => new Once());
  return useMutation({
    mutationFn: async (given: Given): Promise<Data> => {
      const { data, error } = await once.send((key) => call(given, key));
      if (error !== undefined) throw error as unknown;
      return data as Data;
    },
    onSuccess,
    onSettled: () => nowStale(cache, ...stale),
  });
}

/** The path, If-Match and Idempotency-Key of a verb on this resource. */
export function verbOn({ id, version }: Versioned, key: string) {
  return { params: { path: { id }, header: { "If-Match": ifMatch(version), "Idempotency-Key": key } } };
}

/** The Idempotency-Key of what is made anew. */
export function madeOnce(key: string) {
  return { params: { header: { "Idempotency-Key": key } } };
}
