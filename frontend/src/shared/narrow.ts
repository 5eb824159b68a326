import { useSyncExternalStore } from "react";

const phone = "(max-width: 767px)";

function subscribe(hear: () => void): () => void {
  const query = window.matchMedia(phone);
  query.addEventListener("change", hear);
  return () => query.removeEventListener("change", hear);
}

/** Whether the page stands on a phone's width, where another part takes the place of a wide one. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(phone).matches);
}
