import type { QueryClient } from "@tanstack/react-query";

/** Marks as stale every answer of these parts of the API: `nowStale(cache, "/reports", "/rounds")`; what is shown is fetched anew. */
export function nowStale(cache: QueryClient, ...roots: string[]): void {
  void cache.invalidateQueries({
    predicate: ({ queryKey: [, path] }) =>
      typeof path === "string" && roots.some((root) => path === root || path.startsWith(`${root}/`)),
  });
}
