const kept = "lantoa-place";

/** Remembers under which committee this device works, for the front door of the next day. */
export function rememberPlace(name: string): void {
  try {
    localStorage.setItem(kept, name);
  } catch {
    // a window that keeps nothing shows a door without a name
  }
}

/** Under which committee this device worked last, when it is known. */
export function rememberedPlace(): string | undefined {
  try {
    return localStorage.getItem(kept) ?? undefined;
  } catch {
    return undefined;
  }
}
