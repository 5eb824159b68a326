import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** What is written in, before what stands beside it. */
const writable = "input, textarea";
const focusable = "select, button, [tabindex]";

/** Goes to the place that the address names after «#», and moves the focus into it. */
export function useArrival(): void {
  const { hash, pathname } = useLocation();
  useEffect(() => {
    if (hash === "") return undefined;
    // After the frame has moved the focus to the page's beginning.
    const timer = setTimeout(() => {
      const place = document.getElementById(decodeURIComponent(hash));
      const inside = () => place?.querySelector(writable) ?? place?.querySelector(focusable);
      const field = place?.matches("[tabindex]") === true ? place : inside();
      place?.scrollIntoView({ block: "center" });
      if (field instanceof HTMLElement) field.focus({ preventScroll: true });
    }, 60);
    return () => clearTimeout(timer);
  }, [hash, pathname]);
}
