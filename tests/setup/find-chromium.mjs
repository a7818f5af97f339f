import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Chromium and Chrome are installed; Chromium first, since branded Chrome no longer loads unpacked extensions by flag. */
const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const places = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Chromium\\Application\\chrome.exe",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The installed Chromium or Chrome; `CALLCARD_CHROMIUM` names another one.
 * @returns {string | null} path of the executable
 */
export function findChromium() {
  const named = process.env.CALLCARD_CHROMIUM;
  if (named) return named;
  return findExecutable(names) ?? places.find((place) => existsSync(place)) ?? null;
}

/** The installed Firefox; `CALLCARD_FIREFOX` names another one. */
export function findFirefox() {
  return process.env.CALLCARD_FIREFOX ?? findExecutable(["firefox-esr", "firefox"]);
}

/**
 * The first of these programs on the PATH.
 * @param {string[]} programs
 * @returns {string | null}
 */
function findExecutable(programs) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const program of programs) {
    for (const folder of folders) {
      const path = join(folder, program);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return null;
}
