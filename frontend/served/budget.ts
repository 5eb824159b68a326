import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";
import { firstPage, officeFrame } from "./split.ts";

/** What may travel, gzipped, in bytes: to open the first page, and more for any other. */
const budget = { firstScripts: 150_000, firstStyles: 15_000, moreScripts: 60_000 };

/** What is opened one after the other, each at the cost of its own. */
const page = /\/app\/pages\/\w+\.tsx$/;

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** Fails the build, before anything is written, when a page outgrows its budget; says what each page weighs. */
export function budgets(): Plugin {
  return {
    name: "lantoa-budgets",
    // The build with the page of all parts is for tests; nobody in an office fetches it.
    apply: (_, { command }) => command === "build" && process.env.VITE_PARTS !== "on",
    // Last of all: Vite still writes into the code what each lazy part brings along.
    generateBundle: { order: "post", handler: (_, bundle) => check(bundle) },
  };
}

function check(bundle: Bundle): void {
  const pages = weigh(bundle);
  const over = pages.filter((one) => one.over);
  const words = (over.length > 0 ? over : pages.slice(0, 2)).map(
    ({ name, scripts, styles }) => `${name}: ${scripts} bytes of scripts, ${styles} of styles, gzipped`,
  );
  if (over.length > 0) throw new Error(`over the budget of bytes (served/budget.ts)\n${words.join("\n")}`);
  console.info(`within the budget of bytes\n${words.join("\n")}`);
}

interface Weight {
  name: string;
  scripts: number;
  styles: number;
  over: boolean;
}

/** The first page, then every other with what it adds to it, the heaviest first. */
function weigh(bundle: Bundle): Weight[] {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const holding = (module: string) => {
    const found = chunks.find(({ moduleIds }) => moduleIds.includes(module));
    if (found === undefined) throw new Error(`served/budget.ts: the build has no ${module}`);
    return found;
  };
  const start = closure(bundle, firstPage.map(holding));
  const frame = officeFrame.map(holding);
  const others = chunks
    .filter((chunk) => page.test(chunk.facadeModuleId ?? ""))
    .flatMap((chunk) => [[chunk], ...lazyParts(bundle, chunk, start).map((part) => [chunk, part])])
    .map((way) => {
      const added = new Set([...closure(bundle, [...frame, ...way])].filter((one) => !start.has(one)));
      const name = way.map((chunk) => chunk.name).join(" › ");
      const { scripts, styles } = size(bundle, added);
      return { name, scripts, styles, over: scripts > budget.moreScripts };
    })
    .sort((a, b) => b.scripts - a.scripts);
  const { scripts, styles } = size(bundle, start);
  const over = scripts > budget.firstScripts || styles > budget.firstStyles;
  return [{ name: "first page", scripts, styles, over }, ...others];
}

/** The chunks that come with some, directly or through others. */
function closure(bundle: Bundle, from: Chunk[], seen = new Set<Chunk>()): Set<Chunk> {
  for (const chunk of from) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    closure(bundle, chunksOf(bundle, chunk.imports), seen);
  }
  return seen;
}

/** What a page fetches only once it is shown. */
function lazyParts(bundle: Bundle, chunk: Chunk, start: Set<Chunk>): Chunk[] {
  const own = [...closure(bundle, [chunk])].filter((one) => !start.has(one));
  return own.flatMap((one) => chunksOf(bundle, one.dynamicImports));
}

function chunksOf(bundle: Bundle, files: string[]): Chunk[] {
  return files.map((file) => bundle[file]).filter((output) => output?.type === "chunk");
}

function size(bundle: Bundle, chunks: Set<Chunk>): { scripts: number; styles: number } {
  const styles = new Set([...chunks].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  const sum = (texts: (string | Uint8Array)[]) =>
    texts.reduce((total, text) => total + gzipSync(text, { level: 9 }).length, 0);
  return {
    scripts: sum([...chunks].map((chunk) => chunk.code)),
    styles: sum(
      [...styles].map((file) => bundle[file]).flatMap((css) => (css?.type === "asset" ? [css.source] : [])),
    ),
  };
}
