import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import subset from "subset-font";
import type { Plugin } from "vite";

const sheet = new URL("../src/shared/theme/fonts.css", import.meta.url);
const packages = new URL("../node_modules/@fontsource/", import.meta.url);
const cut = new URL("../src/shared/theme/faces/", import.meta.url);

/** A face of the sheet that lies in faces/, and the characters it is for. */
const rule = /url\("\.\/faces\/(([a-z-]+)-latin-[\w-]+)\.cut\.woff2"\)[^}]*unicode-range:\s*([^;]+);/g;

/**
 * Cuts the faces that fonts.css takes from faces/ to the characters it wants of them, once at the start. The packages bring whole
 * alphabets: of Inter the app shows twelve signs.
 */
export function faces(): Plugin {
  return { name: "lantoa-faces", config: cutFaces };
}

async function cutFaces(): Promise<void> {
  const css = readFileSync(sheet, "utf8");
  const wanted = [...css.matchAll(rule)];
  if (wanted.length !== css.split("./faces/").length - 1)
    throw new Error("fonts.css: a face of faces/ has no unicode-range behind its url, or is no Latin one");
  mkdirSync(cut, { recursive: true });
  for (const [, name = "", family = "", ranges = ""] of wanted) {
    const whole = readFileSync(new URL(`${family}/files/${name}.woff2`, packages));
    const face = await subset(whole, charactersOf(ranges), { targetFormat: "woff2" });
    keep(fileURLToPath(new URL(`${name}.cut.woff2`, cut)), face);
  }
}

/** Whole or not at all, and only when it differs: builds run side by side. */
function keep(place: string, face: Uint8Array): void {
  if (existsSync(place) && readFileSync(place).equals(face)) return;
  writeFileSync(`${place}.${process.pid}`, face);
  renameSync(`${place}.${process.pid}`, place);
}

/** «U+0030-0039, U+002B» as the characters themselves. */
function charactersOf(ranges: string): string {
  const codes = ranges.split(",").flatMap((range) => {
    const [from = 0, to = from] = range
      .trim()
      .slice("U+".length)
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
  return String.fromCodePoint(...codes);
}
