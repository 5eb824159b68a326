/** What every single resource carries: its id and the version that a change must name. */
export interface Versioned {
  id: string;
  version: number;
}

/**
 * The path and If-Match of a call that changes this resource: `mutate({ ...onVersion(plan), body })`. A version that is no
 * longer the server's is answered 412 and changes nothing.
 */
export function onVersion(resource: Versioned) {
  return { params: { path: { id: resource.id }, header: { "If-Match": ifMatch(resource.version) } } };
}

/** The If-Match header's value for a version. */
export function ifMatch(version: number): string {
  return `"${version}"`;
}

/** A key that lets a POST be sent again after a lost answer without being done twice. */
export function newIdempotencyKey(): string {
  // randomUUID is missing on plain http addresses other than localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
