import { HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { workFor } from "@/shared/api/token";
import { ids, problem, report } from "@/testing/office";
import { http, server } from "@/testing/server";
import type { Report } from "../report";
import { NarrativeBox } from "./box";

const written = (version: number, direction: string) =>
  report({
    id: ids.consolidated,
    version,
    kind: "consolidated",
    state: "draft",
    allowed_actions: ["edit", "submit"],
    content: { direction, sections: {} },
  });

const asKept = (from: ReturnType<typeof report>) => from as unknown as Report;
const open = (account: string, version = 1, direction = "") => {
  workFor(account);
  return NarrativeBox.open(account, asKept(written(version, direction)), () => undefined);
};

let patches: { version: string | null; body: unknown }[] = [];

/** A server that keeps one report, refuses stale versions, and answers as the real one. */
function keeping(start: { version: number; direction: string }) {
  const now = { ...start };
  server.use(
    http.patch("/reports/{id}", async ({ request }) => {
      const ifMatch = request.headers.get("If-Match");
      const body = (await request.json()) as unknown as { content: { direction?: string } };
      patches.push({ version: ifMatch, body });
      if (ifMatch !== `"${now.version}"`)
        return HttpResponse.json(problem(412, "report.changed"), { status: 412 });
      now.version += 1;
      now.direction = body.content.direction ?? now.direction;
      return HttpResponse.json(written(now.version, now.direction));
    }),
    http.get("/reports/{id}", () => HttpResponse.json(written(now.version, now.direction))),
  );
  return now;
}

beforeEach(() => {
  patches = [];
});

test("what is written goes to the server as a patch of those places, made from the version that was read", async () => {
  keeping({ version: 1, direction: "" });
  const box = await open("a1");
  box.write({ direction: "Đã ban hành văn bản." });
  expect(box.waiting()).toEqual(["direction"]);
  expect(await box.flush()).toBe(true);
  expect(patches).toEqual([{ version: '"1"', body: { content: { direction: "Đã ban hành văn bản." } } }]);
  expect(box.get().report.version).toBe(2);
});

test("without a network it stays on the device and is there after the page was closed", async () => {
  server.use(http.patch("/reports/{id}", () => HttpResponse.error()));
  const box = await open("a2");
  box.write({ direction: "Viết khi mất mạng." });
  expect(await box.flush()).toBe(false);
  box.close();
  await vi.waitFor(async () => {
    const again = await open("a2");
    again.close();
    expect(again.get().fields.direction).toBe("Viết khi mất mạng.");
  });
});

test("a colleague's change of another place is brought together, and what waits is sent again", async () => {
  keeping({ version: 5, direction: "Của đồng nghiệp." });
  const box = await open("a3");
  box.write({ "text/9": "Phát 312 buổi." });
  expect(await box.flush()).toBe(true);
  expect(patches.map((patch) => patch.version)).toEqual(['"1"', '"5"']);
  expect(box.get().fields).toMatchObject({ direction: "Của đồng nghiệp." });
  expect(box.get().conflicts).toEqual([]);
});

test("a text that both changed is not sent until someone chooses", async () => {
  const now = keeping({ version: 5, direction: "Của đồng nghiệp." });
  const box = await open("a4");
  box.write({ direction: "Của tôi." });
  expect(await box.flush()).toBe(false);
  expect(box.get().conflicts).toEqual([{ place: "direction", mine: "Của tôi.", theirs: "Của đồng nghiệp." }]);
  box.settle("direction", "Của tôi.");
  expect(await box.flush()).toBe(true);
  expect(now.direction).toBe("Của tôi.");
});

test("what the server refuses is told and not tried again until something changes", async () => {
  server.use(
    http.patch("/reports/{id}", () => HttpResponse.json(problem(422, "secrecy.stamp"), { status: 422 })),
  );
  const box = await open("a5");
  box.write({ direction: "MẬT" });
  await box.flush();
  expect(box.get().refused?.code).toBe("secrecy.stamp");
  keeping({ version: 1, direction: "" });
  box.write({ direction: "Bình thường." });
  expect(await box.flush()).toBe(true);
});

test("nothing goes under the name of another account that came in meanwhile", async () => {
  keeping({ version: 1, direction: "" });
  const box = await open("one");
  workFor("another");
  box.write({ direction: "Lời của người trước." });
  expect(await box.flush()).toBe(false);
  expect(patches).toEqual([]);
  workFor("one");
  expect(await box.flush()).toBe(true);
  expect(patches).toHaveLength(1);
});
