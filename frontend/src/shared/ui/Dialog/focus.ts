/**
 * Gives the focus back to where it was before a window opened. What stood there may be gone, or go once the list is read
 * anew after the deed: then the focus stands at the page's beginning.
 */
export function giveBack(from: Element | null): void {
  if (!(from instanceof HTMLElement) || !from.isConnected) {
    toMain();
    return;
  }
  from.focus();
  const watch = new MutationObserver(() => {
    if (from.isConnected) return;
    stop();
    if (document.activeElement === document.body) toMain();
  });
  const stop = () => {
    watch.disconnect();
    document.removeEventListener("focusin", stop);
  };
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", stop);
}

function toMain(): void {
  document.getElementById("main")?.focus({ preventScroll: true });
}
