import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { forgetAnswers, keepAnswers, recallAnswers } from "./kept";

async function answered(cache: QueryClient): Promise<void> {
  await cache.query({ queryKey: ["get", "/me"], queryFn: () => "Xã Phổ An", meta: { keep: true } });
  await cache.query({ queryKey: ["get", "/agencies"], queryFn: () => "35 cơ quan" });
}

/** A later visit on the same device. */
async function later(contract: string): Promise<QueryClient> {
  const cache = new QueryClient();
  await recallAnswers(cache, contract);
  return cache;
}

test("answers marked to be kept are there at the next visit, others are not, nor after signing out", async () => {
  const cache = new QueryClient();
  keepAnswers(cache, "v1");
  await answered(cache);
  await vi.waitFor(async () => expect((await later("v1")).getQueryData(["get", "/me"])).toBe("Xã Phổ An"), {
    timeout: 5000,
  });
  expect((await later("v1")).getQueryData(["get", "/agencies"])).toBeUndefined();
  expect((await later("v2")).getQueryData(["get", "/me"])).toBeUndefined();
  await forgetAnswers(cache);
  expect((await later("v1")).getQueryData(["get", "/me"])).toBeUndefined();
});
