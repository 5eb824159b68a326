import { expect, test } from "vitest";
import { merge } from "./merge";

const source = (report_id: string, revision: number) => ({ report_id, revision });

test("where one side alone changed a place that side counts", () => {
  const base = { direction: "Cũ.", "text/9": "Phát 312 buổi." };
  const out = merge(base, { ...base, direction: "Của tôi." }, { ...base, "text/9": "Phát 320 buổi." });
  expect(out).toEqual({ fields: { direction: "Của tôi.", "text/9": "Phát 320 buổi." }, conflicts: [] });
});

test("a text that both changed keeps what is written here and stands among the conflicts", () => {
  const out = merge({ outlook: "Cũ." }, { outlook: "Của tôi." }, { outlook: "Của đồng nghiệp." });
  expect(out.fields.outlook).toBe("Của tôi.");
  expect(out.conflicts).toEqual([{ place: "outlook", mine: "Của tôi.", theirs: "Của đồng nghiệp." }]);
});

test("the same change on both sides is no conflict", () => {
  expect(merge({}, { outlook: "Như nhau." }, { outlook: "Như nhau." }).conflicts).toEqual([]);
});

test("lists are united, and of a report merged on both sides the newer handing-in counts", () => {
  const out = merge(
    { "merged/9": [source("an", 1)], "reviewed/9": ["an"] },
    { "merged/9": [source("an", 2), source("chau", 1)], "reviewed/9": ["an", "chau"] },
    { "merged/9": [source("an", 1), source("minh", 1)], "reviewed/9": ["an", "minh"] },
  );
  expect(out.fields["merged/9"]).toEqual([source("an", 2), source("minh", 1), source("chau", 1)]);
  expect(out.fields["reviewed/9"]).toEqual(["an", "minh", "chau"]);
  expect(out.conflicts).toEqual([]);
});
