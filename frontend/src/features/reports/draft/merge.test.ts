import { expect, test } from "vitest";
import { answerIn, type Fields, fieldsOf, place } from "./fields";
import { changedPlaces, merge, patchOf } from "./merge";
import { sampleReport } from "./sample";

const base = sampleReport();
const [broadcasts, talks] = base.sections[0]?.indicators ?? [];
if (broadcasts === undefined || talks === undefined) throw new Error("the sample has two indicators");

function write(changes: Fields, report = base): Fields {
  return { ...fieldsOf(report), ...changes };
}

function figure(value: string, typed?: string) {
  return { nil: false, quantities: [{ value, qualifier: "" as const, typed }], text: "", asOf: null };
}

test("the patch names the places that differ and nothing else", () => {
  const mine = write({
    [place.answer("9", "9.1")]: figure("312"),
    [place.text("10")]: "Thiếu loa.",
    [place.number]: "112/BC-UBND",
  });
  const changed = changedPlaces(base, mine);
  expect(changed).toEqual(["number", "section/9/value/9.1", "section/10/text"]);
  expect(patchOf(mine, base.sections, changed)).toEqual({
    number: "112/BC-UBND",
    content: {
      sections: {
        "9": {
          values: {
            "9.1": {
              nil: false,
              value: "312",
              value2: null,
              qualifier: null,
              qualifier2: null,
              text: "",
              as_of: null,
            },
          },
        },
        "10": { text: "Thiếu loa." },
      },
    },
  });
});

test("what is no number yet is not sent, and half of a pair is", () => {
  const half = {
    nil: false,
    quantities: [
      { value: "18", qualifier: "" as const },
      { value: "", qualifier: "more_than" as const },
    ],
    text: "",
    asOf: null,
  };
  const mine = write({
    [place.answer("9", "9.1")]: figure("", "4.6"),
    [place.answer("9", "9.7")]: half,
  });
  expect(changedPlaces(base, mine)).toEqual(["section/9/value/9.7"]);
});

test("a section that is nil takes its figures back, and keeps them on the device", () => {
  const content = {
    sections: {
      "9": {
        text: "",
        nil: false,
        values: {
          "9.1": {
            nil: false,
            value: "5",
            value2: null,
            qualifier: null,
            qualifier2: null,
            text: "",
            as_of: null,
          },
        },
      },
    },
  };
  const filled = sampleReport({ content });
  const mine = write({ [place.nil("9")]: true }, filled);
  const changed = changedPlaces(filled, mine);
  expect(patchOf(mine, filled.sections, changed)).toEqual({
    content: { sections: { "9": { nil: true, values: { "9.1": null } } } },
  });
  expect(answerIn(mine, "9", broadcasts).quantities[0]?.value).toBe("5");
});

test("changes in different places come together without a question", () => {
  const theirs = sampleReport({
    version: 2,
    content: { sections: { "10": { text: "Ý của đồng nghiệp.", nil: false, values: {} } } },
  });
  const { fields, conflicts } = merge(base, write({ [place.answer("9", "9.1")]: figure("312") }), theirs);
  expect(conflicts).toEqual([]);
  expect(fields[place.text("10")]).toBe("Ý của đồng nghiệp.");
  expect(answerIn(fields, "9", broadcasts).quantities[0]?.value).toBe("312");
});

test("the same place changed twice keeps what is written here and asks", () => {
  const theirs = sampleReport({
    version: 2,
    content: { sections: { "10": { text: "Của họ.", nil: false, values: {} } } },
  });
  const { fields, conflicts } = merge(base, write({ [place.text("10")]: "Của tôi." }), theirs);
  expect(fields[place.text("10")]).toBe("Của tôi.");
  expect(conflicts).toEqual([{ place: "section/10/text", mine: "Của tôi.", theirs: "Của họ." }]);
});

test("both wrote the same: no question", () => {
  const theirs = sampleReport({
    version: 2,
    content: { sections: { "10": { text: "Như nhau.", nil: false, values: {} } } },
  });
  expect(merge(base, write({ [place.text("10")]: "Như nhau." }), theirs).conflicts).toEqual([]);
});

test("what is typed and no number yet survives when a colleague fills the same figure", () => {
  const value = {
    nil: false,
    value: "7",
    value2: null,
    qualifier: null,
    qualifier2: null,
    text: "",
    as_of: null,
  };
  const theirs = sampleReport({
    version: 2,
    content: { sections: { "9": { text: "", nil: false, values: { "9.1": value } } } },
  });
  const { fields, conflicts } = merge(base, write({ [place.answer("9", "9.1")]: figure("", "4.6") }), theirs);
  expect(conflicts.map((one) => one.place)).toEqual(["section/9/value/9.1"]);
  expect(answerIn(fields, "9", broadcasts).quantities[0]?.typed).toBe("4.6");
});

test("nil here and a figure there is a question about the section", () => {
  const value = {
    nil: false,
    value: "7",
    value2: null,
    qualifier: null,
    qualifier2: null,
    text: "",
    as_of: null,
  };
  const theirs = sampleReport({
    version: 2,
    content: { sections: { "9": { text: "", nil: false, values: { "9.1": value } } } },
  });
  const { conflicts } = merge(base, write({ [place.nil("9")]: true }), theirs);
  expect(conflicts.map((one) => one.place)).toEqual(["section/9/nil"]);
});
