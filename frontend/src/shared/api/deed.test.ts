import { expect, test } from "vitest";
import { Once } from "./deed";
import { unreachable } from "./problem";

const answered = (status: number, error?: unknown) => ({
  ...(error === undefined ? {} : { error }),
  response: { status } as Response,
});

/** Sends, is answered so or not at all, and tells under which key. */
async function keyOf(once: Once, answer: ReturnType<typeof answered> | null): Promise<string> {
  let used = "";
  const call = (key: string) => {
    used = key;
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- problems are thrown as they come
    return answer === null ? Promise.reject(unreachable) : Promise.resolve(answer);
  };
  await once.send(call).catch(() => undefined);
  return used;
}

test("after a lost answer, or a server's failure, it goes again under the same key", async () => {
  const once = new Once();
  const first = await keyOf(once, null);
  expect(await keyOf(once, answered(502))).toBe(first);
  expect(await keyOf(once, answered(201))).toBe(first);
});

test("after an answer, a refusal too, what is sent goes under a new key", async () => {
  const once = new Once();
  const first = await keyOf(once, answered(422, { status: 422, code: "input.invalid" }));
  const second = await keyOf(once, answered(201));
  expect(second).not.toBe(first);
  expect(await keyOf(once, answered(201))).not.toBe(second);
});

test("a second tap while the first is on its way goes under the same key", async () => {
  const once = new Once();
  const [first, second] = await Promise.all([
    keyOf(once, answered(201)),
    keyOf(once, answered(409, { status: 409, code: "idempotency.running" })),
  ]);
  expect(second).toBe(first);
});
