import { unreachable } from "./problem";

/** How long an answer, or the next piece of an upload, may take before it counts as lost, in milliseconds. */
export const answerLimit = 60_000;

/** fetch that throws `unreachable` when no answer came, or none in time; a mistake of the program stays what it is. */
export async function reach(request: Request): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerLimit);
  });
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  clearTimeout(timer);
  if (answer === undefined) throw unreachable as unknown;
  return answer;
}
