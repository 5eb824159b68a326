import { defineConfig } from "@playwright/test";

/** Debian's Chromium with what it needs to run as root without a network of its own. */
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** Journeys run against the real server at BASE_URL; the page of all parts against a build that `parts` serves itself. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    actionTimeout: 20_000,
    launchOptions,
    locale: "vi-VN",
    timezoneId: "Asia/Kathmandu", // the screens must show Vietnam's time wherever the device stands
    serviceWorkers: "block",
    trace: "on-first-retry",
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:8080",
  },
  projects: [
    {
      name: "parts",
      testMatch: "parts/*.spec.ts",
      use: { baseURL: "http://127.0.0.1:4173" },
    },
    { name: "screens", testMatch: "screens/*.spec.ts" },
    { name: "journeys", testMatch: "journeys/*.spec.ts" },
  ],
});
