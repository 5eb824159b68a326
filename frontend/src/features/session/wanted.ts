import { paths } from "@/shared/paths";

/** Where one wanted to be before signing in. Only a path of this app is followed: a link from outside sends nobody elsewhere. */
export function wantedPlace(search: string): string {
  const to = new URLSearchParams(search).get("to") ?? "";
  if (!to.startsWith("/")) return paths.home;
  try {
    const { origin, pathname, search: query, hash } = new URL(to, window.location.origin);
    // A path that begins with two strokes names another host.
    const here = origin === window.location.origin && !pathname.startsWith("//");
    return here ? pathname + query + hash : paths.home;
  } catch {
    return paths.home;
  }
}
