/** Every path of the app, in one place; a feature never writes one by hand. */
export const paths = {
  home: "/",
  signIn: "/sign-in",
  firstPassword: "/first-password",
  more: "/more",
  password: "/more/password",
  sessions: "/more/sessions",
  parts: "/parts",
} as const;

/** A path with filters in the address: `withFilters("/reports", { standing: "missing" })`; empty ones are left out. */
export function withFilters(path: string, filters: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== "") query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
