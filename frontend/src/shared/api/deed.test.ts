import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { HttpResponse } from "msw";
import { createElement, type ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { http, server } from "@/testing/server";
import { api } from "./client";
import { Once, useDeed } from "./deed";
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

test.each([
  ["that says it is empty", { "Content-Length": "0" }],
  ["that does not say so", {}],
])("a proxy's failure without a body, %s, is no success", async (_, headers: Record<string, string>) => {
  server.use(
    http.untyped.post("http://localhost:3000/api/v1/agencies", () => {
      return new HttpResponse(null, { status: 502, headers });
    }),
  );
  const cache = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(QueryClientProvider, { client: cache }, children);
  const onSuccess = vi.fn();
  const call = () =>
    api.POST("/agencies", { params: { header: { "Idempotency-Key": "k" } }, body: {} as never });
  const { result } = renderHook(() => useDeed(call, { stale: [], onSuccess }), { wrapper });
  await act(() => result.current.mutateAsync({}).catch(() => undefined));
  await vi.waitFor(() => expect(result.current.error).toEqual({ status: 502, code: "unknown" }));
  expect(onSuccess).not.toHaveBeenCalled();
});
