import { expect, test } from "vitest";
import { exactly, readExact, writeExact } from "./exact";

const json =
  '{"values":{"9.1":{"value":123456789012345.678,"value2":null},"9.2":{"value":312,"text":"\\"value\\": 5"}}}';

test("a figure of eighteen digits comes and goes unchanged", () => {
  const read = readExact(json) as { values: Record<string, { value: string; value2: null; text?: string }> };
  expect(read.values["9.1"]).toEqual({ value: "123456789012345.678", value2: null });
  expect(read.values["9.2"]).toEqual({ value: "312", text: '"value": 5' });
  expect(writeExact(read)).toBe(json);
});

test("an answer that is a problem is thrown", () => {
  expect(exactly<object>({ data: "{}" })).toEqual({});
  expect(() => exactly({ error: { code: "resource.not_found", status: 404 } })).toThrow();
});
