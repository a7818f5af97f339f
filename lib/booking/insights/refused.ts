import { browser } from "wxt/browser";
import { instant } from "../outcome";

/** In memory, since the disk may be full; it ends with the browser. */
const KEY = "counting-refused";

/** Keeps in mind that something could not be counted. */
export async function noteRefused(now: Date): Promise<void> {
  await browser.storage.session.set({ [KEY]: now.toISOString() });
}

/** When the browser last refused to store a count; `null` when it did not since it was started. */
export async function lastRefused(): Promise<Date | null> {
  const at = instant.safeParse((await browser.storage.session.get(KEY))[KEY]).data;
  return at === undefined ? null : new Date(at);
}

/** The counts were erased: none is missing. */
export async function forgetRefused(): Promise<void> {
  await browser.storage.session.remove(KEY);
}
