import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const texts = /\.(js|css|html|svg|webmanifest)$/;
/** Below this packing makes a file no smaller, in bytes. */
const least = 128;

/** Lays beside every text of the build its .br and .gz, as small as they get, so that the server packs nothing per request. */
export function packed(): Plugin {
  return {
    name: "lantoa-packed",
    apply: "build",
    writeBundle({ dir = "dist" }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
        if (!texts.test(name)) continue;
        const file = join(dir, name);
        const plain = readFileSync(file);
        if (plain.length < least) continue;
        const size = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
        writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: size }));
        writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
      }
    },
  };
}
