import { browser } from "wxt/browser";
import { CONFIGURATION_VERSION, type Configuration, toDocument } from "./configuration";
import { bookingHosts, me, ownSchedulers, portals, share } from "./items";
import type { Portal } from "./portal";
import { brokenValues } from "./stored";
import { storedItems } from "./stored-items";
import { allTechnicians, saveTechnicians } from "./technicians";

const OTHER = "otherConfiguration";

/** Everything that is configured in this browser. */
export async function readConfiguration(): Promise<Configuration> {
  const stored = await browser.storage.local.get(OTHER);
  const other = stored[OTHER];
  return {
    portals: await portals.read(),
    technicians: (await allTechnicians()).technicians,
    bookingHosts: await bookingHosts.read(),
    schedulers: await ownSchedulers.read(),
    share: await share.read(),
    me: await me.read(),
    other: typeof other === "object" && other !== null && !Array.isArray(other) ? { ...other } : {},
  };
}

/**
 * Writes an import's result. When the browser refuses half-way, everything is put back as it was.
 * @throws what the browser said
 */
export async function applyConfiguration(configuration: Configuration): Promise<void> {
  const before = await configured();
  try {
    await portals.write(configuration.portals);
    await bookingHosts.write(configuration.bookingHosts);
    await ownSchedulers.write(configuration.schedulers);
    await share.write(configuration.share);
    await me.write(configuration.me);
    await browser.storage.local.set({ [OTHER]: configuration.other });
    await saveTechnicians(configuration.technicians);
  } catch (error) {
    const after = Object.keys(await configured());
    await browser.storage.local.remove(after.filter((key) => !(key in before)));
    await browser.storage.local.set(before);
    throw error;
  }
}

/** The export: the configuration document, and beside it whatever could not be read. */
export async function exportDocument(): Promise<string> {
  return `${JSON.stringify(toDocument(await readConfiguration()), null, 2)}\n`;
}

/** A configuration document with one portal alone, for colleagues or policy. */
export function portalDocument(portal: Portal): string {
  return `${JSON.stringify({ version: CONFIGURATION_VERSION, portals: [portal] }, null, 2)}\n`;
}

/** What lies in storage and cannot be read, by key; empty when all is well. */
export async function unreadable(): Promise<Record<string, unknown>> {
  return { ...(await brokenValues(storedItems)), ...(await allTechnicians()).broken };
}

/** What an import may change, as it lies in storage; booked calls are left alone. */
async function configured(): Promise<Record<string, unknown>> {
  const all = Object.entries(await browser.storage.local.get(null));
  return Object.fromEntries(all.filter(([key]) => !key.startsWith("booked:")));
}
