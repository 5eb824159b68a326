import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

const focusable = "input, textarea, select, button, [tabindex]";

/** Goes to the place that the address names after «#», and moves the focus into it. */
export function useArrival(): void {
  const { hash, pathname } = useLocation();
  useEffect(() => {
    if (hash === "") return undefined;
    // After the frame has moved the focus to the page's beginning.
    const timer = setTimeout(() => {
      const place = document.getElementById(decodeURIComponent(hash));
      const field = place?.matches("[tabindex]") === true ? place : place?.querySelector(focusable);
      place?.scrollIntoView({ block: "center" });
      if (field instanceof HTMLElement) field.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [hash, pathname]);
}
