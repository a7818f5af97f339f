import { fileURLToPath } from "node:url";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { findChromium } from "./setup/find-chromium.mjs";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = file("..");
const texts = { find: /^#i18n$/, replacement: file("../.wxt/i18n/index.ts") };
const jsx = { jsx: { runtime: "automatic", importSource: "preact" } } as const;

/** The installed Chromium, or Playwright's own. */
function chromium() {
  const executablePath = findChromium();
  return {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({
      launchOptions: {
        ...(executablePath ? { executablePath } : {}),
        args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
      },
    }),
    instances: [{ browser: "chromium" as const }],
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        root,
        plugins: [await WxtVitest({ root })], // `wxt/browser` becomes WXT's fake browser
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/unit/setup.ts"],
          env: { TZ: "UTC" },
          testTimeout: 30_000,
        },
      },
      {
        root,
        oxc: jsx,
        resolve: {
          alias: [texts, { find: "@wxt-dev/browser", replacement: file("browser/extension-api.ts") }],
        },
        // Bundled before the first test: a bundle in the middle would reload the page.
        optimizeDeps: {
          exclude: ["@wxt-dev/i18n"],
          include: [
            "axe-core",
            "chart.js",
            "fast-check",
            "idb",
            "lucide-preact",
            "preact",
            "preact/hooks",
            "preact/jsx-runtime",
            "wxt/testing/fake-browser",
            "zod/mini",
          ],
        },
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.{ts,tsx}"],
          testTimeout: 30_000,
          browser: chromium(),
        },
      },
      {
        root,
        oxc: jsx,
        resolve: {
          alias: [
            texts,
            { find: "@wxt-dev/browser", replacement: file("browser/extension-api.ts") },
            { find: "wxt/browser", replacement: file("bench/fake-browser.ts") },
          ],
        },
        optimizeDeps: { exclude: ["@wxt-dev/i18n"] },
        test: {
          name: "bench",
          include: [],
          benchmark: { include: ["tests/bench/**/*.bench.{ts,tsx}"] },
          browser: chromium(),
        },
      },
    ],
  },
});
