import { useCallback, useSyncExternalStore } from "react";

/** Whether the page stands on a phone's width, where another part takes the place of a wide one. */
export function useNarrow(): boolean {
  return useMedia("(max-width: 767px)");
}

/** Whether a media query holds, now and as the window changes. */
export function useMedia(media: string): boolean {
  const subscribe = useCallback(
    (hear: () => void) => {
      const query = window.matchMedia(media);
      query.addEventListener("change", hear);
      return () => query.removeEventListener("change", hear);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(media).matches);
}
