import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { restoreSession } from "@/features/session/session";
import { openOfficeTexts } from "@/shared/i18n/i18n";
import { type Action, type Me, meQuery } from "@/shared/access";
import { paths } from "@/shared/paths";
import { setNavigation } from "@/shared/ui/Link/follow";
import { NotFound } from "./layout/NotFound";
import { PageError } from "./layout/PageError";
import { PageSkeleton } from "./layout/PageSkeleton";
import { outside, type PageRow, table } from "./table";

interface Context {
  cache: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet });

const office = createRoute({
  getParentRoute: () => root,
  id: "office",
  component: lazyRouteComponent(() => import("./layout/Layout"), "Layout"),
  beforeLoad: async ({ context, location }) => {
    const [session] = await Promise.all([restoreSession(context.cache), openOfficeTexts()]);
    if (session === "out") {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes redirects thrown
      throw redirect({ to: paths.signIn, search: { to: location.href } });
    }
    if (context.cache.getQueryData<Me>(meQuery.queryKey)?.must_change_password === true) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as above
      throw redirect({ to: paths.firstPassword });
    }
  },
});

function row(parent: typeof root | typeof office, { path, action, page }: PageRow) {
  return createRoute({
    getParentRoute: () => parent as typeof root,
    path,
    component: lazyRouteComponent(page),
    // In the loader, not before it: the words for «not found» then stand within the frame.
    loader: ({ context }) => {
      if (action !== undefined && !mayOpen(context.cache, action)) {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router takes «not found» thrown
        throw notFound();
      }
    },
  });
}

function mayOpen(cache: QueryClient, action: Action): boolean {
  return cache.getQueryData<Me>(meQuery.queryKey)?.may.includes(action) ?? false;
}

/** An address that is no page: who is not signed in comes to the door first. */
const nowhere = createRoute({ getParentRoute: () => office, path: "$", component: NotFound });

/** The router over the table; filters in the address are plain text, never JSON. */
export function newRouter(cache: QueryClient) {
  const router = createRouter({
    routeTree: root.addChildren([
      office.addChildren([...table.map((page) => row(office, page)), nowhere]),
      ...outside.map((page) => row(root, page)),
    ]),
    context: { cache },
    defaultPendingMs: 300,
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === "" ? "" : `?${text}`;
    },
  });
  // The page's code comes while the session is asked for; what fails to come is asked for, and told, in its turn.
  router.subscribe("onBeforeLoad", ({ toLocation }) => {
    const [routes] = router.getMatchedRoutes(toLocation.pathname);
    for (const route of routes) void router.loadRouteChunk(route);
  });
  setNavigation((href, { replace }) => {
    const here = new URL(href, window.location.href).pathname === router.state.location.pathname;
    // Another view of the same page leaves the reader where he is.
    void router.navigate({ href, replace, resetScroll: !here });
  });
  return router;
}
