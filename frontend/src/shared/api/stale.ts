import type { InvalidateQueryFilters, QueryClient } from "@tanstack/react-query";

/**
 * Has the answers that a filter names asked for anew. An answer that is still under way was asked for before the change and must not
 * arrive as the newest: invalidating alone lets it where it is the first, or where nobody shows it.
 */
export async function askAnew(cache: QueryClient, filters: InvalidateQueryFilters): Promise<void> {
  await cache.cancelQueries({
    ...filters,
    predicate: (query) =>
      (query.state.data === undefined || !query.isActive()) && (filters.predicate?.(query) ?? true),
  });
  await cache.invalidateQueries(filters);
}

/** Marks as stale every answer of these parts of the API: `nowStale(cache, "/reports", "/rounds")`; what is shown is fetched anew. */
export function nowStale(cache: QueryClient, ...roots: string[]): void {
  void askAnew(cache, {
    predicate: ({ queryKey: [, path] }) =>
      typeof path === "string" && roots.some((root) => path === root || path.startsWith(`${root}/`)),
  });
}
