import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { everyQuery, type Paging } from "./every";

/** A list of five in pages of two, whatever limit is asked for. */
const inTwos = ({ cursor }: Paging) => {
  const from = Number(cursor ?? 0);
  const items = [1, 2, 3, 4, 5].slice(from, from + 2);
  return Promise.resolve({ data: { items, next_cursor: from + 2 < 5 ? String(from + 2) : null } });
};

test("a list is read to its end", async () => {
  const list = await new QueryClient().query(everyQuery("/fives", {}, inTwos));
  expect(list).toEqual([1, 2, 3, 4, 5]);
});

test("a page that fails fails the whole list", async () => {
  const failing = (paging: Paging) =>
    paging.cursor === undefined ? inTwos(paging) : Promise.resolve({ error: { status: 503 } });
  await expect(new QueryClient().query(everyQuery("/fives", {}, failing))).rejects.toEqual({ status: 503 });
});
