import { defineConfig } from "@playwright/test";

/** Whole flows on the built extension. `chromium` belongs to `npm test`, the others to `.ci/run`. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  globalSetup: "./global-setup.ts",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.CALLCARD_REPORT ?? "../../test-results/e2e.json" }],
  ],
  projects: [
    { name: "chromium", testMatch: /chromium\/.*\.e2e\.ts$/ },
    { name: "firefox", testMatch: /firefox\/.*\.e2e\.ts$/ },
    { name: "real-portals", testMatch: /real-portals\/.*\.e2e\.ts$/ },
    { name: "permission", testMatch: /permission\/.*\.e2e\.ts$/, workers: 1 }, // one screen, one mouse
  ],
});
