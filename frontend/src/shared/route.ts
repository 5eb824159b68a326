import { useParams, useSearch } from "@tanstack/react-router";
import { goTo } from "./ui/Link/follow";

/** A name in the page's path: `useParam("id")` on /plans/$id. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`the path of this page has no $${name}`);
  return value;
}

type Filters = Record<string, string | undefined>;

/**
 * The filters of a page, which live in its address so that a view can be kept and sent. Setting some keeps the others; an
 * undefined or blank one is taken out. Typing in a search line replaces the address, anything else adds to the way back.
 */
export function useFilters(): [Filters, (change: Filters, how?: { replace: boolean }) => void] {
  const filters: Filters = useSearch({ strict: false });
  const set = (change: Filters, how = { replace: false }) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filters, ...change }))
      if (value !== undefined && value !== "") query.set(name, value);
    const text = query.toString();
    goTo(window.location.pathname + (text === "" ? "" : `?${text}`), how);
  };
  return [filters, set];
}
