import { HttpResponse } from "msw";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { workFor } from "@/shared/api/token";
import { http, server } from "@/testing/server";
import { type Report } from "../report";
import { pause } from "@/shared/drafts/box";
import { device, ReportBox } from "./box";
import { place } from "./fields";
import { sampleReport } from "./sample";

const text = place.text("10");
let account = 0;
let box: ReportBox;
let patches: { version: string; body: unknown }[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  account += 1; // every test has a device of its own
  box = new ReportBox(`account-${account}`, () => undefined);
  workFor(box.account);
  patches = [];
});
afterEach(() => vi.useRealTimers());

const report = sampleReport();
const saved = (over: Partial<Report>) => HttpResponse.json(sampleReport(over));

function onPatch(answer: (count: number) => Response): void {
  server.use(
    http.untyped.patch("http://localhost:3000/api/v1/reports/:id", async ({ request }) => {
      patches.push({ version: request.headers.get("If-Match") ?? "", body: await request.json() });
      return answer(patches.length);
    }),
  );
}

function withText(words: string, over: Partial<Report> = {}): Partial<Report> {
  return { ...over, content: { sections: { "10": { text: words, nil: false, values: {} } } } };
}

/** Lets the pause pass and all answers come. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(pause);
  for (let at = 0; at < 20; at++) {
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve, 5));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    await vi.advanceTimersByTimeAsync(0);
  }
  await box.kept();
}

test("what is written lies on the device at once and goes to the office after a pause", async () => {
  onPatch(() => saved({ version: 2, ...withText("Thiếu loa.") }));
  await box.open(report);
  box.write(report.id, { [text]: "Thiếu loa." });
  await box.kept();
  expect((await device.all(box.account))[0]?.fields[text]).toBe("Thiếu loa.");
  expect(patches).toEqual([]);
  await settle();
  expect(patches).toEqual([
    { version: '"1"', body: { content: { sections: { "10": { text: "Thiếu loa." } } } } },
  ]);
  expect(box.get(report.id)).toMatchObject({ unsent: [], sending: false, report: { version: 2 } });
  expect(await device.all(box.account)).toEqual([]);
});

test("without a network nothing is lost: the next start sends it", async () => {
  onPatch(() => HttpResponse.error());
  await box.open(report);
  box.write(report.id, { [text]: "Viết khi mất mạng." });
  await settle();
  expect(box.get(report.id)).toMatchObject({ unsent: [text], refused: null });
  onPatch(() => saved({ version: 2, ...withText("Viết khi mất mạng.") }));
  box = new ReportBox(box.account, () => undefined);
  await box.resume();
  await settle();
  expect(box.get(report.id)?.unsent).toEqual([]);
});

test("a colleague's change elsewhere is taken in and mine is sent again", async () => {
  const colleague = sampleReport({
    version: 5,
    content: { sections: { "9": { text: "Của đồng nghiệp.", nil: false, values: {} } } },
  });
  onPatch((count) =>
    count === 1
      ? HttpResponse.json({ status: 412, code: "resource.changed" }, { status: 412 })
      : saved({
          version: 6,
          content: {
            sections: {
              "9": { text: "Của đồng nghiệp.", nil: false, values: {} },
              "10": { text: "Của tôi.", nil: false, values: {} },
            },
          },
        }),
  );
  server.use(
    http.untyped.get("http://localhost:3000/api/v1/reports/:id", () => HttpResponse.json(colleague)),
  );
  await box.open(report);
  box.write(report.id, { [text]: "Của tôi." });
  await settle();
  expect(patches.map((one) => one.version)).toEqual(['"1"', '"5"']);
  expect(box.get(report.id)?.fields).toMatchObject({
    [text]: "Của tôi.",
    [place.text("9")]: "Của đồng nghiệp.",
  });
});

test("the same place changed twice waits for a choice, and nothing is sent before", async () => {
  onPatch((count) =>
    count === 1
      ? HttpResponse.json({ status: 412, code: "resource.changed" }, { status: 412 })
      : saved({ version: 6, ...withText("Của họ.\nCủa tôi.") }),
  );
  server.use(
    http.untyped.get("http://localhost:3000/api/v1/reports/:id", () =>
      saved({ version: 5, ...withText("Của họ.") }),
    ),
  );
  await box.open(report);
  box.write(report.id, { [text]: "Của tôi." });
  await settle();
  expect(patches).toHaveLength(1);
  expect(box.get(report.id)?.conflicts).toEqual([{ place: text, mine: "Của tôi.", theirs: "Của họ." }]);
  box.settle(report.id, { [text]: "Của họ.\nCủa tôi." });
  await settle();
  expect(box.get(report.id)).toMatchObject({ unsent: [], conflicts: [] });
});

test("what the office refuses in one place does not hold up the others", async () => {
  onPatch((count) =>
    count === 1
      ? HttpResponse.json(
          {
            status: 422,
            code: "input.invalid",
            errors: [{ pointer: "/content/sections/9/text", code: "secrecy.stamp", message: "Có dấu mật." }],
          },
          { status: 422 },
        )
      : saved({ version: 2, ...withText("Được nhận.") }),
  );
  await box.open(report);
  box.write(report.id, { [place.text("9")]: "MẬT", [text]: "Được nhận." });
  await settle();
  expect(patches[1]?.body).toEqual({ content: { sections: { "10": { text: "Được nhận." } } } });
  expect(box.get(report.id)).toMatchObject({
    unsent: [place.text("9")],
    wrong: { [place.text("9")]: { code: "secrecy.stamp" } },
  });
});

test("the office's own writing of a text ends the sending", async () => {
  onPatch(() => saved({ version: 2, ...withText("Phổ An".normalize("NFC")) }));
  await box.open(report);
  box.write(report.id, { [text]: "Phổ An".normalize("NFD") });
  await settle();
  expect(patches).toHaveLength(1);
  expect(box.get(report.id)?.unsent).toEqual([]);
});

test("handing in without a network waits, and goes in one request with its content and the same key", async () => {
  const sent: { key: string | null; body: unknown }[] = [];
  const handedIn = sampleReport({
    version: 3,
    state: "submitted",
    receipt: "BN-2024-0412",
    allowed_actions: ["sign"],
    ...withText("Đã đủ."),
  });
  onPatch(() => HttpResponse.error());
  server.use(
    http.untyped.post("http://localhost:3000/api/v1/reports/:id/submit", async ({ request }) => {
      sent.push({ key: request.headers.get("Idempotency-Key"), body: await request.json() });
      return sent.length === 1 ? HttpResponse.error() : HttpResponse.json(handedIn);
    }),
  );
  await box.open(report);
  box.write(report.id, { [text]: "Đã đủ." });
  box.handIn(report.id);
  await settle();
  expect(box.get(report.id)?.handIn).not.toBeNull();
  expect((await device.all(box.account))[0]?.handIn).not.toBeNull();
  box.flush();
  await settle();
  expect(sent).toHaveLength(2);
  expect(sent[0]).toEqual(sent[1]);
  expect(sent[0]?.body).toMatchObject({ content: { sections: { "10": { text: "Đã đủ." } } } });
  expect(box.get(report.id)).toMatchObject({ handIn: null, report: { receipt: "BN-2024-0412" } });
  expect(await device.all(box.account)).toEqual([]);
});

test("a report that a colleague changed meanwhile is not handed in unseen", async () => {
  server.use(
    http.untyped.post("http://localhost:3000/api/v1/reports/:id/submit", () =>
      HttpResponse.json({ status: 412, code: "resource.changed" }, { status: 412 }),
    ),
    http.untyped.get("http://localhost:3000/api/v1/reports/:id", () =>
      saved({ version: 4, ...withText("Chữ của đồng nghiệp.") }),
    ),
  );
  onPatch(() => saved({ version: 5 }));
  await box.open(report);
  box.handIn(report.id);
  await settle();
  expect(box.get(report.id)).toMatchObject({ handIn: null, recheck: true });
  expect(box.get(report.id)?.fields[text]).toBe("Chữ của đồng nghiệp.");
});

/** The same account in another tab, which opened the report when this one did. */
async function otherTab(): Promise<ReportBox> {
  const other = new ReportBox(box.account, () => undefined);
  await other.open(report);
  return other;
}

test("while one tab is sending, another that has nothing to say takes no word from the device", async () => {
  server.use(
    http.untyped.patch("http://localhost:3000/api/v1/reports/:id", () => new Promise(() => undefined)),
  );
  await box.open(report);
  const other = await otherTab();
  box.write(report.id, { [text]: "Đang trên đường." });
  await settle();
  expect(box.get(report.id)?.sending).toBe(true);
  other.bring(sampleReport({ version: 2 }));
  await other.kept();
  expect((await device.all(box.account))[0]?.fields[text]).toBe("Đang trên đường.");
  expect(other.get(report.id)?.unsent).toEqual([text]);
});

test("what is given up in one tab is given up in the other, and what the other wrote since stays", async () => {
  onPatch(() => HttpResponse.error());
  await box.open(report);
  box.write(report.id, { [text]: "Bỏ đi." });
  await box.kept();
  const other = await otherTab();
  other.write(report.id, { [place.text("9")]: "Giữ lại." });
  await other.kept();
  box.giveUp(report.id);
  await box.kept();
  expect((await device.all(box.account))[0]?.fields).toMatchObject({
    [text]: "",
    [place.text("9")]: "Giữ lại.",
  });
  other.flush();
  await other.kept();
  expect(other.get(report.id)?.unsent).toEqual([place.text("9")]);
});

test("a report that is refused though nobody changed it is not asked for again and again", async () => {
  onPatch(() => HttpResponse.json({ status: 409, code: "report.state" }, { status: 409 }));
  server.use(http.untyped.get("http://localhost:3000/api/v1/reports/:id", () => HttpResponse.json(report)));
  await box.open(report);
  box.write(report.id, { [text]: "Thiếu loa." });
  await settle();
  expect(patches).toHaveLength(1);
  expect(box.get(report.id)).toMatchObject({ unsent: [text], refused: { code: "report.state" } });
});

test("figures in a section that is nil as a whole stay on the device, as the page says", async () => {
  const nil = { "9": { text: "", nil: true, values: {} } };
  onPatch(() => saved({ version: 2, content: { sections: nil } }));
  await box.open(report);
  const quantities = [{ value: "312", qualifier: "" as const }];
  const name = place.answer("9", "9.1");
  box.write(report.id, {
    [name]: { nil: false, quantities, text: "", asOf: null },
    [place.nil("9")]: true,
  });
  await settle();
  expect(box.get(report.id)?.unsent).toEqual([]);
  box = new ReportBox(box.account, () => undefined);
  await box.open(sampleReport({ version: 2, content: { sections: nil } }));
  expect(box.get(report.id)?.fields[name]).toMatchObject({ quantities });
});

test("a colleague's words, heard by another tab, take nothing from the device and wait for a choice", async () => {
  onPatch(() => HttpResponse.error());
  await box.open(report);
  const other = await otherTab();
  box.write(report.id, { [text]: "Của tôi." });
  await box.kept();
  other.bring(sampleReport({ version: 2, ...withText("Của đồng nghiệp.") }));
  await other.kept();
  const conflicts = [{ place: text, mine: "Của tôi.", theirs: "Của đồng nghiệp." }];
  const kept = { report: { version: 2 }, fields: { [text]: "Của tôi." }, conflicts };
  expect((await device.all(box.account))[0]).toMatchObject(kept);
  expect(other.get(report.id)).toMatchObject(kept);
});

test("a tab that wrote nothing leaves a waiting handing-in on the device", async () => {
  server.use(
    http.untyped.post("http://localhost:3000/api/v1/reports/:id/submit", () => HttpResponse.error()),
  );
  onPatch(() => HttpResponse.error());
  await box.open(report);
  const other = await otherTab();
  box.write(report.id, { [text]: "Đã đủ." });
  box.handIn(report.id);
  await box.kept();
  for (let at = 0; at < 2; at++) {
    other.flush();
    await other.kept();
    expect((await device.all(box.account))[0]?.handIn).toEqual(box.get(report.id)?.handIn);
  }
  box.takeBack(report.id);
  await box.kept();
  expect((await device.all(box.account))[0]).toMatchObject({ handIn: null, fields: { [text]: "Đã đủ." } });
});

test("what two tabs wrote differently in one place waits for a choice", async () => {
  onPatch(() => HttpResponse.error());
  await box.open(report);
  const other = await otherTab();
  box.write(report.id, { [text]: "Ở thẻ này." });
  await box.kept();
  other.write(report.id, { [text]: "Ở thẻ kia." });
  await other.kept();
  expect(other.get(report.id)?.conflicts).toEqual([
    { place: text, mine: "Ở thẻ kia.", theirs: "Ở thẻ này." },
  ]);
});
