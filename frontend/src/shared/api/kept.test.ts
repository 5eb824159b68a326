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

test("an answer taken up from the device is shown at once and asked for anew", async () => {
  const cache = new QueryClient();
  keepAnswers(cache, "v1");
  await answered(cache);
  await vi.waitFor(
    async () => expect((await later("v1")).getQueryState(["get", "/me"])?.isInvalidated).toBe(true),
    {
      timeout: 5000,
    },
  );
});

test("a page that is left keeps its last answer without waiting", async () => {
  const cache = new QueryClient();
  keepAnswers(cache, "v1");
  await answered(cache);
  cache.setQueryData(["get", "/me"], "Xã Phổ Châu");
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(async () => expect((await later("v1")).getQueryData(["get", "/me"])).toBe("Xã Phổ Châu"), {
    timeout: 500,
  });
});
