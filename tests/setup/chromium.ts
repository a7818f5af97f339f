import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type BrowserContext, chromium, type Worker } from "@playwright/test";
import { findChromium } from "./find-chromium.mjs";

export interface ChromiumOptions {
  /** Folder of the built extension. */
  extension: string;
  headless?: boolean;
  /** Language of the browser, such as "de". */
  language?: string;
  colorScheme?: "light" | "dark";
  viewport?: { width: number; height: number } | null;
  /** A profile that is kept; without it each start has a fresh one. */
  profile?: string;
}

export interface ChromiumWithExtension {
  context: BrowserContext;
  worker: Worker;
  extensionId: string;
  close(): Promise<void>;
}

/** Starts Chromium with the extension in a fresh profile, or in a given one. */
export async function startChromium(options: ChromiumOptions): Promise<ChromiumWithExtension> {
  const {
    extension,
    headless = true,
    language,
    colorScheme = "light",
    viewport = { width: 1280, height: 800 },
  } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), "callcard-")));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? chromium.executablePath(),
    headless: false, // Playwright's own headless mode loads no extensions; Chromium's does
    viewport,
    colorScheme,
    ...(language ? { locale: language } : {}),
    env: { ...process.env, ...(language ? { LANGUAGE: language } : {}) } as Record<string, string>,
    args: [
      ...(headless ? ["--headless=new"] : ["--window-position=0,0", "--window-size=1280,800"]),
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--no-first-run",
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...(language ? [`--lang=${language}`] : []),
    ],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await untilInstalled(worker);
  return {
    context,
    worker,
    extensionId: new URL(worker.url()).host,
    close: async () => {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A tenant build registers its overlay at install; a page that is opened earlier would have none. */
async function untilInstalled(worker: Worker): Promise<void> {
  const isTenant = await worker.evaluate(
    () => (chrome.runtime.getManifest().host_permissions ?? []).length > 0,
  );
  const isRegistered = () =>
    worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0);
  while (isTenant && !(await isRegistered())) await setTimeout(50);
}
