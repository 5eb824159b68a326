import type { MouseEvent } from "react";

type Go = (href: string, how: { replace: boolean }) => void;
let go: Go = (href) => window.location.assign(href);

/** Tells the links how this app goes from page to page; called once, by the router. */
export function setNavigation(how: Go): void {
  go = how;
}

/** Goes to a path of the app, with its filters: `goTo("/reports?standing=missing")`; replacing leaves no step to go back to. */
export function goTo(href: string, how = { replace: false }): void {
  go(href, how);
}

/** A click handler that follows a link inside the app without a reload; new tabs and other sites stay the browser's. */
export function followLink(before?: (event: MouseEvent<HTMLElement>) => void) {
  return (event: MouseEvent<HTMLElement>): void => {
    before?.(event);
    const link = event.currentTarget.closest("a");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || link === null || !plain || link.target === "_blank") return;
    const url = new URL(link.href, window.location.href);
    if (url.origin !== window.location.origin || link.hasAttribute("download")) return;
    event.preventDefault();
    goTo(url.pathname + url.search + url.hash);
  };
}
