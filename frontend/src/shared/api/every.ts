import { queryOptions } from "@tanstack/react-query";

/** Which page of a list is asked for. */
export interface Paging {
  limit: number;
  cursor?: string;
}
interface Page<Item> {
  items: Item[];
  next_cursor: string | null;
}
type Fetch<Item> = (paging: Paging) => Promise<{ data?: Page<Item>; error?: unknown }>;

/**
 * A list read whole, page after page, so that nothing beyond the first page is silently missing:
 * `everyQuery("/rounds", {}, (paging) => api.GET("/rounds", { params: { query: paging } }))`. `filter` tells one list from another.
 */
export function everyQuery<Item>(path: string, filter: object, fetchPage: Fetch<Item>) {
  return queryOptions({
    queryKey: ["get", path, { every: filter }] as const,
    queryFn: () => everyItem(fetchPage),
  });
}

async function everyItem<Item>(fetchPage: Fetch<Item>): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const paging: Paging = cursor === null ? { limit: 200 } : { limit: 200, cursor };
    const { data, error }: Awaited<ReturnType<Fetch<Item>>> = await fetchPage(paging);
    if (data === undefined) throw error;
    items.push(...data.items);
    cursor = data.next_cursor;
  } while (cursor !== null);
  return items;
}
