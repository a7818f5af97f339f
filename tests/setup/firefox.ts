import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { installFromDebian } from "./debian";
import { findFirefox } from "./find-chromium.mjs";

export interface FirefoxOptions {
  /** Folder of the built extension. */
  extension: string;
  headless?: boolean;
}

export interface FirefoxWithExtension {
  browser: Browser;
  /** Address of one of the extension's pages: `extensionUrl("options.html")`. */
  extensionUrl(path: string): string;
  /** Folder into which files are downloaded, unasked. */
  downloads: string;
  close(): Promise<void>;
}

export const ID = "callcard@callcard.example"; // as in wxt.config.ts
const UUID = "ca11ca4d-0000-4000-8000-000000000001"; // Firefox would make up another one in every profile

/** Starts Firefox with the extension in a fresh profile; on Debian, Firefox is installed where it is missing. */
export async function startFirefox(options: FirefoxOptions): Promise<FirefoxWithExtension> {
  const { extension, headless = true } = options;
  const downloads = await mkdtemp(join(tmpdir(), "callcard-downloads-"));
  const browser = await launch({
    browser: "firefox",
    executablePath: findFirefox() ?? installFirefox(),
    headless,
    defaultViewport: null,
    args: [
      "--width=1280",
      "--height=800",
      "--remote-allow-system-access", // else the driver may not open extension pages, nor read the browser's console
    ],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [ID]: UUID }),
      // What extension pages write into the console is told to no driver; here it stands in the browser's output.
      "devtools.console.stdout.content": true,
      "devtools.console.stdout.chrome": false,
      "extensions.webextOptionalPermissionPrompts": !headless, // granted unasked where nobody could answer
      "intl.locale.requested": "en-US",
      "browser.download.folderList": 2, // the folder that is named here
      "browser.download.dir": downloads,
      "alerts.useSystemBackend": false, // without a desktop, notifications would be gone at once
    },
  });
  try {
    await browser.installExtension(extension);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    browser,
    extensionUrl: (path) => `moz-extension://${UUID}/${path}`,
    downloads,
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/** @returns path of the executable; Debian's package is installed when there is none */
function installFirefox(): string {
  installFromDebian(["firefox-esr"], () => findFirefox() !== null);
  const installed = findFirefox();
  if (!installed) throw new Error("Firefox is missing: name its executable in CALLCARD_FIREFOX.");
  return installed;
}
