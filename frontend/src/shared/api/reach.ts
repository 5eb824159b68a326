import { type Problem, unreachable } from "./problem";

/** How long an answer, or the next piece of an upload, may take before it counts as lost, in milliseconds. */
export const answerLimit = 60_000;

/**
 * fetch that throws `unreachable` when no answer came, or none in time; a mistake of the program stays what it is. A refusal
 * always has a body: of an empty one, such as a proxy's 502, the callers would make a success.
 */
export async function reach(request: Request): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answerLimit);
  });
  const asked = fetch(request).then(withWords);
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  clearTimeout(timer);
  if (answer === undefined) throw unreachable as unknown;
  return answer;
}

async function withWords(answer: Response): Promise<Response> {
  const { ok, status } = answer;
  if (ok || (await answer.clone().text()) !== "") return answer;
  const problem: Problem = { status, code: "unknown" };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}
