/** Gives every choice a name for those who hear the page, and every block that scrolls a way there by keyboard, as the page grows. */
export function keepNamed(page: Element): void {
  const name = () => {
    for (const choice of page.querySelectorAll("select:not([aria-label])"))
      choice.setAttribute("aria-label", parameter(choice) ?? "media type");
    for (const block of page.querySelectorAll("pre:not([tabindex])")) block.setAttribute("tabindex", "0");
  };
  new MutationObserver(name).observe(page, { childList: true, subtree: true });
}

/** The parameter in whose row a field stands. */
function parameter(field: Element): string | undefined {
  return field.closest<HTMLElement>("[data-param-name]")?.dataset["paramName"];
}
