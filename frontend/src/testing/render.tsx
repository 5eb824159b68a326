import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { render, type RenderResult } from "@testing-library/react";
import { type ReactElement, Suspense } from "react";
import { meQuery, type Me } from "@/shared/access";
import { workFor } from "@/shared/api/token";
import { setNavigation } from "@/shared/ui/Link/follow";

interface Given {
  /** Who is signed in. */
  me?: Me;
  /** The address, with filters. */
  at?: string;
}

/** A part or a feature as it stands in the app: router, a fresh cache that never tries again. */
export function show(
  part: ReactElement,
  { me, at = "/" }: Given = {},
): RenderResult & { cache: QueryClient; went: string[] } {
  const cache = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  if (me !== undefined) {
    cache.setQueryData(meQuery.queryKey, me);
    workFor(me.account.id);
  }
  const router = createRouter({
    routeTree: createRootRoute(),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  });
  const went: string[] = [];
  setNavigation((href) => {
    went.push(href);
    router.history.push(href);
  });
  const shown = render(
    <QueryClientProvider client={cache}>
      <RouterContextProvider router={router}>
        <Suspense fallback={<p>…</p>}>{part}</Suspense>
      </RouterContextProvider>
    </QueryClientProvider>,
  );
  return { ...shown, cache, went };
}
