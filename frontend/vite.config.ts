import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { budgets } from "./served/budget.ts";
import { faces } from "./served/faces.ts";
import { offline } from "./served/offline.ts";
import { packed } from "./served/packed.ts";
import { groups } from "./served/split.ts";

const api = process.env.API ?? "http://127.0.0.1:8080";

const schema = readFileSync(new URL("./src/shared/api/schema.gen.ts", import.meta.url));
const contract = createHash("sha256").update(schema).digest("hex").slice(0, 12);

const proxy = { "/api": api, "/openapi.json": api, "/openapi.yaml": api };

export default defineConfig({
  define: { __CONTRACT__: JSON.stringify(contract) },
  plugins: [react(), faces(), offline(), budgets(), packed()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // A strict content security policy forbids data: in fonts and scripts, so nothing is inlined.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // The page of the contract stands beside the app and shares none of its code: neither the polyfill for old browsers,
    // nor what it is made of, one large library.
    rolldownOptions: {
      input: { index: "index.html", docs: "docs.html" },
      output: { codeSplitting: { groups } },
    },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy,
  },
  preview: { proxy },
  test: {
    environment: "jsdom",
    globals: false,
    setupFiles: ["./vitest.setup.ts"],
    testTimeout: 20_000,
    include: ["src/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});
