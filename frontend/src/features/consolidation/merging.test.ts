import { expect, test } from "vitest";
import { merged, skipped, unmerged } from "./merging";
import type { SectionText } from "./report";

const from = (report: string, text: string, revision = 1): SectionText => ({
  agency: report,
  agency_id: report,
  report_id: report,
  revision,
  text,
  nil: false,
});
const an = from("an", "Phát 312 buổi.\nCó 12 chuyên đề.");
const chau = from("chau", "Phát 98 buổi.");

test("merging adds a paragraph and remembers whose it is, as of which handing-in", () => {
  const once = merged({}, "9", an, an.text);
  expect(once).toEqual({
    "text/9": an.text,
    "merged/9": [{ report_id: "an", revision: 1 }],
    "reviewed/9": ["an"],
  });
  const twice = merged(once, "9", chau, "UBND xã Phổ Châu phát 98 buổi.");
  expect(twice["text/9"]).toBe(`${an.text}\nUBND xã Phổ Châu phát 98 buổi.`);
  expect(twice["reviewed/9"]).toEqual(["an", "chau"]);
});

test("a newer handing-in takes the place of the older among the sources", () => {
  const once = merged({}, "9", an, an.text);
  expect(merged(once, "9", from("an", "Phát 320 buổi.", 2), "Phát 320 buổi.")["merged/9"]).toEqual([
    { report_id: "an", revision: 2 },
  ]);
});

test("the way back takes out that paragraph alone, whatever was merged since", () => {
  const once = merged({}, "9", an, an.text);
  const twice = { ...once, ...merged(once, "9", chau, chau.text) };
  expect(unmerged(twice, "9", an, an.text)).toEqual({
    "text/9": chau.text,
    "merged/9": [{ report_id: "chau", revision: 1 }],
    "reviewed/9": ["chau"],
  });
});

test("a paragraph that was edited since stays", () => {
  const edited = { ...merged({}, "9", chau, chau.text), "text/9": "Phát 98 buổi, đều các tháng." };
  expect(unmerged(edited, "9", chau, chau.text)["text/9"]).toBe("Phát 98 buổi, đều các tháng.");
});

test("leaving out counts a text as seen once", () => {
  const once = skipped({}, "9", an);
  expect(skipped({ ...once }, "9", an)).toEqual({ "reviewed/9": ["an"] });
});
