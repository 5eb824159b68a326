/** Light, dark, or as the device is set. */
export type Scheme = "auto" | "light" | "dark";

const kept = "lantoa-scheme";

/** The scheme chosen on this device; auto when none was. */
export function chosenScheme(): Scheme {
  try {
    const value = localStorage.getItem(kept);
    return value === "light" || value === "dark" ? value : "auto";
  } catch {
    return "auto"; // a browser that blocks its storage remembers no choice
  }
}

/** Shows the page in a scheme and remembers the choice. */
export function chooseScheme(scheme: Scheme): void {
  try {
    localStorage.setItem(kept, scheme);
  } catch {
    // as above: the choice holds until the page is left
  }
  showScheme(scheme);
}

/** Follows the device, and a choice made in another window; public/scheme.js set the first scheme before the first paint. */
export function followScheme(): void {
  window.matchMedia(night).addEventListener("change", () => showScheme(chosenScheme()));
  window.addEventListener("storage", (event) => {
    if (event.key === kept) showScheme(chosenScheme());
  });
}

const night = "(prefers-color-scheme: dark)";

function showScheme(scheme: Scheme): void {
  const dark = scheme === "dark" || (scheme === "auto" && window.matchMedia(night).matches);
  document.documentElement.dataset.scheme = dark ? "dark" : "light";
}
