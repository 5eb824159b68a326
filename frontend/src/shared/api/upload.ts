import { problemOf, unreachable } from "./problem";
import { answerLimit } from "./reach";
import { bearer, tokenHolder } from "./token";

const root = "/api/v1";

/**
 * Sends a form with a file and tells how far it is, from 0 to 1. With an Idempotency-Key it may be sent again after a lost
 * answer without being done twice. Throws the problem.
 */
export async function upload<T>(
  path: string,
  form: FormData,
  onProgress: (done: number) => void,
  key?: string,
): Promise<T> {
  const once = () => send(path, form, onProgress, key);
  const sender = tokenHolder();
  const first = await once();
  const renewed = first.status === 401 && (await bearer.renew());
  const answer = renewed && tokenHolder() === sender ? await once() : first;
  if (answer.status >= 300) throw problemOf(parsed(answer.text)) as unknown;
  return parsed(answer.text) as T;
}

/** fetch cannot tell how far an upload is; XMLHttpRequest can. */
function send(path: string, form: FormData, onProgress: (done: number) => void, key: string | undefined) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", root + path);
    for (const [name, value] of bearer.headers()) request.setRequestHeader(name, value);
    let stalled: ReturnType<typeof setTimeout> | undefined;
    // A long upload may last as long as it moves.
    const watch = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), answerLimit);
    };
    watch();
    request.upload.onprogress = ({ loaded, total }) => {
      watch();
      onProgress(total === 0 ? 0 : loaded / total);
    };
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- problems are thrown as they come
    request.onerror = request.onabort = () => reject(unreachable);
    request.onloadend = () => clearTimeout(stalled);
    if (key === undefined) {
      request.send(form);
      return;
    }
    request.setRequestHeader("Idempotency-Key", key);
    request.setRequestHeader("Content-Type", `multipart/form-data; boundary=${key}`);
    request.send(multipart(form, key));
  });
}

/** A form as it travels. The browser would draw a new boundary at every try; the same key must go with the same bytes. */
export function multipart(form: FormData, boundary: string): Blob {
  const parts = [...form].flatMap(([name, value]) => {
    const file = typeof value === "string" ? "" : `; filename="${value.name.replaceAll('"', "%22")}"`;
    const type = typeof value === "string" ? "" : "Content-Type: application/octet-stream\r\n";
    return [
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${type}\r\n`,
      value,
      "\r\n",
    ];
  });
  return new Blob([...parts, `--${boundary}--\r\n`]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
