import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch } from "puppeteer-core";
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
  close(): Promise<void>;
}

const ID = "callcard@callcard.example"; // as in wxt.config.ts
const UUID = "ca11ca4d-0000-4000-8000-000000000001"; // Firefox would make up another one in every profile

/** Starts Firefox with the extension in a fresh profile; on Debian, Firefox is installed where it is missing. */
export async function startFirefox(options: FirefoxOptions): Promise<FirefoxWithExtension> {
  const { extension, headless = true } = options;
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
    close: () => browser.close(),
  };
}

/** @returns path of the executable */
function installFirefox(): string {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    console.log("Installing Firefox from Debian …");
    // Several workers of a test run may come here at once: the first one installs, the others wait and find it.
    const install =
      "command -v firefox-esr >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends firefox-esr; }";
    spawnSync("flock", [join(tmpdir(), "callcard-firefox.lock"), "sh", "-c", install], {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
  const installed = findFirefox();
  if (!installed)
    throw new Error("Firefox is missing: install it, or name its executable in CALLCARD_FIREFOX.");
  return installed;
}
