/** Every path of the app, in one place; a feature never writes one by hand. */
export const paths = {
  home: "/",
  plans: "/plans",
  planNew: "/plans/new",
  planImport: "/plans/import",
  plan: "/plans/$id",
  planEdit: "/plans/$id/edit",
  assignments: "/assignments",
  assignment: "/assignments/$id",
  reports: "/reports",
  report: "/reports/$id",
  reportSection: "/reports/$id/sections/$code",
  reportGoOn: "/reports/$id/go-on",
  reportCheck: "/reports/$id/check",
  reportReceipt: "/reports/$id/receipt",
  follow: "/follow",
  review: "/review",
  reviewReport: "/review/$id",
  rounds: "/rounds",
  round: "/rounds/$id",
  consolidation: "/rounds/$id/consolidation",
  agencies: "/agencies",
  accounts: "/accounts",
  signIn: "/sign-in",
  firstPassword: "/first-password",
  more: "/more",
  password: "/more/password",
  sessions: "/more/sessions",
  parts: "/parts",
} as const;

/** The path of one record: `pathTo(paths.report, { id })`. */
export function pathTo(pattern: string, names: Record<string, string>): string {
  return Object.entries(names).reduce(
    (path, [name, value]) => path.replace(`$${name}`, encodeURIComponent(value)),
    pattern,
  );
}

/** A path with filters in the address: `withFilters("/reports", { standing: "missing" })`; empty ones are left out. */
export function withFilters(path: string, filters: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== "") query.set(name, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}
