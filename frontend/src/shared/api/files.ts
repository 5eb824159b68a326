import { problemOf } from "./problem";
import { authorisedFetch, bearer } from "./token";

const root = "/api/v1";

/** Fetches a file with the caller's token and gives it to the browser to save. Throws the problem. */
export async function download(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser is still reading it
}

/** Fetches a file with the caller's token. Throws the problem. */
export async function fetchFile(path: string): Promise<Blob> {
  const answer = await authorisedFetch(new Request(window.location.origin + root + path));
  if (!answer.ok) throw await problemIn(answer);
  return answer.blob();
}

/** Sends a form with a file and tells how far it is, from 0 to 1. Throws the problem. */
export async function upload<T>(
  path: string,
  form: FormData,
  onProgress: (done: number) => void,
): Promise<T> {
  const first = await send(path, form, onProgress);
  const answer = first.status === 401 && (await bearer.renew()) ? await send(path, form, onProgress) : first;
  if (answer.status >= 300) throw problemOf(parsed(answer.text));
  return parsed(answer.text) as T;
}

/** fetch cannot tell how far an upload is; XMLHttpRequest can. */
function send(path: string, form: FormData, onProgress: (done: number) => void) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", root + path);
    for (const [name, value] of bearer.headers()) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new TypeError("no answer came"));
    request.ontimeout = () => reject(new TypeError("no answer came in time"));
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Callers read what is thrown with problemOf, as everything else. */
async function problemIn(answer: Response): Promise<unknown> {
  return problemOf(parsed(await answer.text()));
}
