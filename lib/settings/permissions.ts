import { browser } from "wxt/browser";
import { originPattern } from "./origin-pattern";

/** Whether the browser lets the overlay run on this origin. */
export function isGranted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern(origin)] });
}

/** Asks for one origin, by the browser's own prompt. Call it straight from a click. */
export function requestOrigin(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern(origin)] });
}

/** Asks for several origins in one prompt. Call it straight from a click. */
export function requestOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(origins.map(pattern))] });
}

/** Calls back whenever the person, or the browser, grants or takes back a permission. */
export function watchPermissions(changed: () => void): () => void {
  const listener = () => changed();
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}

/** Gives an origin back. Origins of a tenant build stay granted: the browser refuses, which is no error. */
export async function releaseOrigin(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern(origin)] }).catch(() => false);
}

/** The match pattern of an origin in this browser. */
export function pattern(origin: string): string {
  return originPattern(origin, import.meta.env.BROWSER);
}
