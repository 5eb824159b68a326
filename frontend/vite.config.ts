import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

const api = process.env.API ?? "http://127.0.0.1:8080";

const schema = readFileSync(new URL("./src/shared/api/schema.gen.ts", import.meta.url));
const contract = createHash("sha256").update(schema).digest("hex").slice(0, 12);

const proxy = { "/api": api, "/openapi.yaml": api };

export default defineConfig({
  define: { __CONTRACT__: JSON.stringify(contract) },
  plugins: [
    react(),
    // The app opens without a network: its code lies on the device, its answers and drafts in IndexedDB.
    VitePWA({
      injectRegister: false, // main.tsx registers it; an inline script would break the policy
      manifest: {
        name: "Lan Tỏa",
        short_name: "Lan Tỏa",
        lang: "vi",
        start_url: "/",
        display: "standalone",
        background_color: "#f4f7f6",
        theme_color: "#0b3d43",
        icons: [{ src: "/mark.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
      },
      workbox: {
        globPatterns: ["**/*.{js,css,html,svg}", "**/{be-vietnam-pro,inter}-*.woff2"],
        navigateFallback: "/index.html",
        navigateFallbackDenylist: [/^\/(api|docs|openapi|problems|healthz|readyz|metrics|\.well-known)/],
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: true,
      },
    }),
  ],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  // A strict content security policy forbids data: in fonts and scripts, so nothing is inlined.
  build: { target: "es2022", assetsInlineLimit: 0 },
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
    include: ["src/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});
