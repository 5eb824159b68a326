import { useQueryClient } from "@tanstack/react-query";
import { Outlet, useLocation, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { SessionGuard } from "@/features/session/SessionGuard";
import { leaveSession } from "@/features/session/session";
import { useMe } from "@/shared/access";
import { paths } from "@/shared/paths";
import { goTo } from "@/shared/ui/Link/follow";
import { Toasts } from "@/shared/ui/Toast/Toasts";
import { startSending } from "../outboxes";
import { BottomBar } from "./BottomBar";
import classes from "./Layout.module.css";
import { more, placesOf } from "./navigation";
import { PageSkeleton } from "./PageSkeleton";
import { Rail } from "./Rail";
import { TopBar } from "./TopBar";

/** The frame of every page of the office: rail or bottom bar, top bar, the page. */
export function Layout() {
  const { t } = useTranslation();
  const me = useMe();
  const places = placesOf(me);
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
  const cache = useQueryClient();
  useEffect(() => startSending(cache, me.account.id), [cache, me.account.id]);
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#main">
        {t("common.skip")}
      </a>
      <Rail places={places} more={more} />
      <div className={classes.column}>
        <TopBar me={me} />
        <main id="main" ref={main} tabIndex={-1} className={classes.main}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
        <BottomBar places={places} more={more} />
        <SessionGuard onLeave={() => void leaveSession(cache).then(() => goTo(paths.signIn))} />
        <Toasts />
      </div>
    </div>
  );
}

/** After going to another page focus stands at its beginning, so that a screen reader starts there. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>): void {
  const { pathname, hash } = useLocation();
  const arrived = useRouterState({ select: (state) => state.status === "idle" });
  const last = useRef(pathname);
  useEffect(() => {
    if (!arrived || last.current === pathname) return;
    last.current = pathname;
    if (hash === "") main.current?.focus({ preventScroll: true }); // else the page goes to the place it names
  }, [arrived, pathname, hash, main]);
}
