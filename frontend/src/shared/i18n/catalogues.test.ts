import { expect, test } from "vitest";
import { en } from "./en";
import { pseudo } from "./pseudo";
import { vi } from "./vi";

const plural = /_(zero|one|two|few|many|other)$/;

/** Each key without its plural ending, with the placeholders and tags that its text holds. */
function shape(texts: object): Record<string, string> {
  const out: Record<string, string> = {};
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      const at = path === "" ? key : `${path}.${key}`;
      if (typeof value !== "string") {
        walk(value as object, at);
        continue;
      }
      const held = value.match(/\{\{\w+\}\}|<\/?\w+>/g) ?? [];
      // «one» may leave its number out: «1 thing».
      if (!/_one$/.test(at)) out[at.replace(plural, "")] = [...new Set(held)].sort().join(" ");
    }
  };
  walk(texts, "");
  return out;
}

test("Vietnamese and English have the same keys with the same placeholders", () => {
  expect(shape(en)).toEqual(shape(vi));
});

test("no text is empty or has space at its ends", () => {
  const bad: string[] = [];
  const walk = (node: object, path: string) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== "string") walk(value as object, `${path}.${key}`);
      else if (value !== value.trim() || value === "") bad.push(`${path}.${key}`);
    }
  };
  walk({ vi, en }, "");
  expect(bad).toEqual([]);
});

test("Vietnamese texts are normalised to NFC and bear no exclamation mark", () => {
  const texts = JSON.stringify(vi);
  expect(texts).toBe(texts.normalize("NFC"));
  expect(texts).not.toContain("!");
});

test("the pseudo language shows keys", () => {
  expect(pseudo({ a: { b: "chữ" } })).toEqual({ a: { b: "[[a.b]]" } });
});
