import { browser } from "wxt/browser";
import { portals } from "../settings/items";
import { findPortal, newPortal, parsePortalAddress } from "../settings/portal";
import { presetById } from "../ticket/presets";
import type { Message, Sender } from "./sender";

/** Stores a product that only its pages tell; one that is set stays. */
export async function presetRecognised(
  { preset }: Message<"presetRecognised">,
  { url, frameId }: Sender,
): Promise<null> {
  const portal = url && frameId === 0 ? findPortal(await portals.read(), new URL(url)) : null;
  if (!portal || portal.preset || !presetById(preset)?.frames) return null;
  await portals.update((known) =>
    known.map((entry) => (entry.id === portal.id && !entry.preset ? { ...entry, preset } : entry)),
  );
  return null;
}

/** Adds a site as a portal; one that is there already stays as it is. */
export async function addPortal(typed: string): Promise<null> {
  const address = parsePortalAddress(typed);
  if (!address.ok) return null;
  await portals.update((known) =>
    known.some(({ origin }) => origin === address.origin) ? known : [...known, newPortal(address, known)],
  );
  return null;
}

/** Puts the label reader into the frame that asks for it. */
export async function loadLabels({ tab, frameId }: Sender): Promise<null> {
  if (tab?.id === undefined) return null;
  const target = { tabId: tab.id, frameIds: [frameId ?? 0] };
  await browser.scripting.executeScript({ target, files: ["/labels.js"] });
  return null;
}
