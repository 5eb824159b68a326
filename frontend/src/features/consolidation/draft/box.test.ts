import { HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";
import { workFor } from "@/shared/api/token";
import { ids, problem, report } from "@/testing/office";
import { http, server } from "@/testing/server";
import type { Report } from "../report";
import { device, NarrativeBox } from "./box";
import { waitingIn } from "./narrative";

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
const id = ids.consolidated;
const open = async (account: string, version = 1, direction = "") => {
  workFor(account);
  const box = new NarrativeBox(account, () => undefined);
  await box.open(asKept(written(version, direction)));
  return box;
};
const now = (box: NarrativeBox) => box.get(id) ?? expect.fail("not opened");

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
  box.write(id, { direction: "Đã ban hành văn bản." });
  expect(waitingIn(now(box))).toEqual(["direction"]);
  expect(await box.sent(id)).toBe(true);
  expect(patches).toEqual([{ version: '"1"', body: { content: { direction: "Đã ban hành văn bản." } } }]);
  expect(now(box).report.version).toBe(2);
});

test("without a network it stays on the device and is there after the page was closed", async () => {
  server.use(http.patch("/reports/{id}", () => HttpResponse.error()));
  const box = await open("a2");
  box.write(id, { direction: "Viết khi mất mạng." });
  expect(await box.sent(id)).toBe(false);
  await box.kept();
  expect(now(await open("a2")).fields.direction).toBe("Viết khi mất mạng.");
});

test("a colleague's change of another place is brought together, and what waits is sent again", async () => {
  keeping({ version: 5, direction: "Của đồng nghiệp." });
  const box = await open("a3");
  box.write(id, { "text/9": "Phát 312 buổi." });
  expect(await box.sent(id)).toBe(true);
  expect(patches.map((patch) => patch.version)).toEqual(['"1"', '"5"']);
  expect(now(box).fields).toMatchObject({ direction: "Của đồng nghiệp." });
  expect(now(box).conflicts).toEqual([]);
});

test("a text that both changed is not sent until someone chooses", async () => {
  const office = keeping({ version: 5, direction: "Của đồng nghiệp." });
  const box = await open("a4");
  box.write(id, { direction: "Của tôi." });
  expect(await box.sent(id)).toBe(false);
  expect(now(box).conflicts).toEqual([{ place: "direction", mine: "Của tôi.", theirs: "Của đồng nghiệp." }]);
  box.settle(id, "direction", "Của tôi.");
  expect(await box.sent(id)).toBe(true);
  expect(office.direction).toBe("Của tôi.");
});

test("what the server refuses is told and not tried again until something changes", async () => {
  server.use(
    http.patch("/reports/{id}", () => HttpResponse.json(problem(422, "secrecy.stamp"), { status: 422 })),
  );
  const box = await open("a5");
  box.write(id, { direction: "MẬT" });
  await box.sent(id);
  expect(now(box).refused?.code).toBe("secrecy.stamp");
  keeping({ version: 1, direction: "" });
  box.write(id, { direction: "Bình thường." });
  expect(await box.sent(id)).toBe(true);
});

test("nothing goes under the name of another account that came in meanwhile", async () => {
  keeping({ version: 1, direction: "" });
  const box = await open("one");
  workFor("another");
  box.write(id, { direction: "Lời của người trước." });
  expect(await box.sent(id)).toBe(false);
  expect(patches).toEqual([]);
  workFor("one");
  expect(await box.sent(id)).toBe(true);
  expect(patches).toHaveLength(1);
});

test("two tabs keep what both wrote, and neither takes the other's words from the device", async () => {
  server.use(http.patch("/reports/{id}", () => HttpResponse.error()));
  const [here, there] = [await open("a6"), await open("a6")];
  here.write(id, { direction: "Ở thẻ này." });
  await here.kept();
  there.write(id, { outlook: "Ở thẻ kia." });
  await there.kept();
  expect((await device.read("a6", id))?.fields).toEqual({ direction: "Ở thẻ này.", outlook: "Ở thẻ kia." });
  expect(waitingIn(now(there)).sort()).toEqual(["direction", "outlook"]);
});

test("what the server refuses in one place does not hold up the others", async () => {
  const office = keeping({ version: 1, direction: "" });
  server.use(
    http.patch(
      "/reports/{id}",
      () =>
        HttpResponse.json(
          {
            ...problem(422, "input.invalid"),
            errors: [{ pointer: "/content/sections/9/text", code: "secrecy.stamp", message: "" }],
          },
          { status: 422 },
        ),
      { once: true },
    ),
  );
  const box = await open("a7");
  box.write(id, { "text/9": "MẬT", direction: "Được nhận." });
  expect(await box.sent(id)).toBe(false);
  expect(office.direction).toBe("Được nhận.");
  expect(now(box).wrong).toMatchObject({ "text/9": { code: "secrecy.stamp" } });
  expect(now(box).fields["text/9"]).toBe("MẬT");
});
