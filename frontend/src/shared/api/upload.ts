import { problemOf } from "./problem";
import { bearer } from "./token";

const root = "/api/v1";

/** Sends a form with a file and tells how far it is, from 0 to 1. Throws the problem. */
export async function upload<T>(
  path: string,
  form: FormData,
  onProgress: (done: number) => void,
): Promise<T> {
  const first = await send(path, form, onProgress);
  const answer = first.status === 401 && (await bearer.renew()) ? await send(path, form, onProgress) : first;
  if (answer.status >= 300) throw problemOf(parsed(answer.text)) as unknown;
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
