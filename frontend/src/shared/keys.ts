import { useEffect, useState } from "react";

const kept = "lantoa-keys";

/** Whether keys without Ctrl work on this device: «D» to accept. Some who speak to their device turn them off (WCAG 2.1.4). */
export function useKeysOn(): [on: boolean, turn: (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(kept) !== "off");
  const turn = (next: boolean) => {
    localStorage.setItem(kept, next ? "on" : "off");
    setOn(next);
  };
  return [on, turn];
}

/** Keys of a page: `useKeys({ d: accept, ArrowRight: next }, on)`. They rest while one types, in a dialog, and with Ctrl, Alt or Meta. */
export function useKeys(keys: Record<string, (() => void) | undefined>, on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    const hear = (event: KeyboardEvent) => {
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || event.repeat || isElsewhere(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  });
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing)
    return true;
  const at = event.target;
  return (
    at instanceof Element &&
    (at.closest("dialog, [role=grid]") !== null || at.matches("input, textarea, select, [contenteditable]"))
  );
}
