import { HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import { newCache } from "./cache";
import { FileBox } from "@/features/evidence/box";
import { workFor } from "@/shared/api/token";
import { unreachable } from "@/shared/api/problem";
import { http, server } from "@/testing/server";
import { type KeptUpdate, UpdateBox } from "@/features/assignments/box";

const account = "01930000-0000-7000-8000-00000000bb01";
const update: KeptUpdate = {
  id: "0123456789abcdef0123456789abcdef",
  assignment: "01930000-0000-7000-8000-00000000bb02",
  body: { done_on: "2024-11-05", text: "Phát 26 buổi.", links: [] },
};

test("a tab that still shows what another has sent takes neither its files nor sends it again", async () => {
  let sent = 0;
  server.use(
    http.untyped.post("*/assignments/:id/updates", () => {
      sent += 1;
      return HttpResponse.json({ id: "given" }, { status: 201 });
    }),
    http.untyped.post("*/attachments", () => HttpResponse.error()),
  );
  workFor(account);
  const cache = newCache();
  const tab = () => {
    const files = new FileBox(account, cache);
    const updates = new UpdateBox(account, cache);
    updates.onSent = (kept, id) => files.claim(kept, { kind: "progress_update", id });
    updates.onDropped = (kept) => files.drop(kept);
    return { files, updates };
  };
  const here = tab();
  const problem = { ...unreachable, status: 422, code: "input.invalid" };
  await here.updates.add({ ...update, refused: problem });
  await here.files.take([new File(["ảnh"], "loa.txt", { type: "text/plain" })], true, null, update.id);
  const there = tab();
  await there.files.resume();
  await there.updates.resume();

  await here.updates.correct(update);
  await vi.waitFor(() => expect(here.updates.get()).toEqual([]));
  expect(there.updates.get()).toHaveLength(1);
  await there.updates.correct(update);
  await there.updates.drop(update);

  expect(there.updates.get()).toEqual([]);
  expect(sent).toBe(1);
  const next = tab();
  await next.files.resume();
  expect(next.files.get().map(({ item }) => item.owner?.id)).toEqual(["given"]);
});
