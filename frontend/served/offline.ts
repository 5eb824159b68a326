import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const publicFolder = fileURLToPath(new URL("../public", import.meta.url));

/** What lies on the device: code, styles, pictures and the interface's letters; other letters and the paper's face come when they are shown. */
const kept = /\.(js|css|svg)$|(\/be-vietnam-pro-vietnamese|\.cut)-[^/]*\.woff2$/;
/** The page of the contract is for programmers at a desk; no device of an office keeps it. */
const beside = /\/docs-[^/]*$/;

/** Writes sw.js with the list of the build's own files, so that the app opens without a network. */
export function offline(): Plugin {
  return {
    name: "lantoa-offline",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter((file) => kept.test(file) && !beside.test(file));
      const published = readdirSync(publicFolder).filter((file) => !file.startsWith("."));
      const hash = createHash("sha256").update(built.sort().join());
      for (const file of published) hash.update(readFileSync(`${publicFolder}/${file}`));
      const files = ["/", ...built.map((file) => `/${file}`), ...published.map((file) => `/${file}`)];
      const source = readFileSync(`${here}/sw.js`, "utf8")
        .replace('"__FILES__"', JSON.stringify(files))
        .replace("__VERSION__", hash.digest("hex").slice(0, 16));
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}
