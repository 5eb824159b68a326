import { expect, test, vi } from "vitest";
import { unreachable } from "./api/problem";
import { workFor } from "./api/token";
import { Outbox, type Send } from "./outbox";

interface Item {
  id: string;
  ready?: boolean;
}

let device = 0;

/** An outbox on a device of its own. */
function outbox(send: Send<Item>, account = "a"): Outbox<Item> {
  device += 1;
  workFor(account);
  return new Outbox<Item>(`test-${device}`, account, send);
}

test("things go one after the other and leave the device once the office has them", async () => {
  const gone: string[] = [];
  const box = outbox(({ id }) => Promise.resolve(void gone.push(id)));
  await box.add({ id: "1" });
  await box.add({ id: "2" });
  await vi.waitFor(() => expect(gone).toEqual(["1", "2"]));
  await vi.waitFor(() => expect(box.get()).toEqual([]));
});

test("without a network they wait, and the next start sends them", async () => {
  let reachable = false;
  const gone: string[] = [];
  const send: Send<Item> = ({ id }) => {
    if (reachable) gone.push(id);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- problems are thrown as they come
    return reachable ? Promise.resolve() : Promise.reject(unreachable);
  };
  device += 1;
  workFor("a");
  const before = new Outbox<Item>(`test-${device}`, "a", send);
  await before.add({ id: "1" });
  await vi.waitFor(() => expect(before.get()[0]?.way).toEqual({ is: "waiting" }));
  reachable = true;
  const after = new Outbox<Item>(`test-${device}`, "a", send);
  await after.resume();
  await vi.waitFor(() => expect(gone).toEqual(["1"]));
  const other = new Outbox<Item>(`test-${device}`, "b", send);
  await other.resume();
  expect(other.get()).toEqual([]);
});

test("what is refused stays with its reason and holds up no other", async () => {
  const problem = { status: 422, code: "attachment.type" };
  const gone: string[] = [];
  const box = outbox(({ id }) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- problems are thrown as they come
    if (id === "1") return Promise.reject(problem);
    gone.push(id);
    return Promise.resolve();
  });
  await box.add({ id: "1" });
  await box.add({ id: "2" });
  await vi.waitFor(() => expect(gone).toEqual(["2"]));
  await vi.waitFor(() => expect(box.get()).toEqual([{ item: { id: "1" }, way: { is: "refused", problem } }]));
  await box.remove("1");
  expect(box.get()).toEqual([]);
});

test("what must wait for something else goes when that is there, also while another is on its way", async () => {
  const gone: string[] = [];
  let free: () => void = () => undefined;
  const box = outbox(({ id, ready }) => {
    if (ready !== true) return false;
    gone.push(id);
    return id === "1" ? new Promise<void>((resolve) => (free = resolve)) : Promise.resolve();
  });
  await box.add({ id: "1" });
  await box.add({ id: "2" });
  expect(gone).toEqual([]);
  await box.add({ id: "1", ready: true });
  await vi.waitFor(() => expect(gone).toEqual(["1"]));
  await box.add({ id: "2", ready: true });
  free();
  await vi.waitFor(() => expect(gone).toEqual(["1", "2"]));
});

test("what was given up in another tab is not sent from this one", async () => {
  const gone: string[] = [];
  let reachable = false;
  const send: Send<Item> = ({ id }) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- problems are thrown as they come
    if (!reachable) return Promise.reject(unreachable);
    gone.push(id);
    return Promise.resolve();
  };
  device += 1;
  workFor("a");
  const here = new Outbox<Item>(`test-${device}`, "a", send);
  await here.add({ id: "1" });
  await here.add({ id: "2" });
  const there = new Outbox<Item>(`test-${device}`, "a", send);
  await there.resume();
  await there.remove("1");
  await vi.waitFor(() => expect(here.get().map(({ way }) => way.is)).toEqual(["waiting", "waiting"]));
  reachable = true;
  here.flush();
  await vi.waitFor(() => expect(here.get()).toEqual([]));
  expect(gone).not.toContain("1");
});

test("a change meets the item as it lies on the device: what another tab has sent is neither brought back nor given up again", async () => {
  const never: Send<Item> = () => false;
  device += 1;
  workFor("a");
  const here = new Outbox<Item>(`test-${device}`, "a", never);
  await here.add({ id: "1" });
  await here.add({ id: "2" });
  const there = new Outbox<Item>(`test-${device}`, "a", never);
  await there.resume();
  await there.remove("1");
  await there.add({ id: "2", ready: true });

  expect(await here.change("1", (kept) => ({ ...kept, ready: true }))).toBe(false);
  const seen: Item[] = [];
  await here.change("2", (kept) => {
    seen.push(kept);
    return kept.ready === true ? kept : null;
  });
  expect(seen).toEqual([{ id: "2", ready: true }]);
  expect(here.get().map(({ item }) => item.id)).toEqual(["2"]);
  const next = new Outbox<Item>(`test-${device}`, "a", never);
  await next.resume();
  expect(next.get().map(({ item }) => item)).toEqual([{ id: "2", ready: true }]);
});
