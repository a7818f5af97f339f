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

/** Gives an origin back. Origins of a tenant build stay granted: the browser refuses, which is no error. */
export async function releaseOrigin(origin: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern(origin)] }).catch(() => false);
}

/** The match pattern of an origin in this browser. */
export function pattern(origin: string): string {
  return originPattern(origin, import.meta.env.BROWSER);
}
