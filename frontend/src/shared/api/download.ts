import { authorisedFetch } from "./token";

/** Fetches a file of the API, such as `/reports/{id}/document.docx`, and hands it to the browser under the server's name. Throws the problem. */
export async function download(path: string): Promise<void> {
  const answer = await authorisedFetch(new Request(`${window.location.origin}/api/v1${path}`));
  if (!answer.ok) throw (await answer.json()) as unknown;
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = nameIn(answer.headers.get("Content-Disposition") ?? "");
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The file's name in a Content-Disposition header (RFC 6266). */
export function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded === undefined
    ? (/filename="([^"]+)"/.exec(disposition)?.[1] ?? "")
    : decodeURIComponent(encoded);
}
