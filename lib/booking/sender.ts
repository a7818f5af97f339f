import { type Browser, browser } from "wxt/browser";
import type { BackgroundMessage } from "../messages";
import { portals } from "../settings/items";
import { isGranted } from "../settings/permissions";
import { findPortal, type Portal } from "../settings/portal";

/** Who has sent a message, as the browser tells. */
export type Sender = Browser.runtime.MessageSender;
export type Message<T extends BackgroundMessage["type"]> = Extract<BackgroundMessage, { type: T }>;

/** The granted portal whose page the sender is; taken from there, not from the message. */
export async function portalOf({ tab, url }: Sender): Promise<Portal | null> {
  const portal = tab?.id !== undefined && url ? findPortal(await portals.read(), new URL(url)) : null;
  return portal && (await isGranted(portal.origin)) ? portal : null;
}

/** Does something for the portal whose page the sender is, if it is one. */
export async function withPortal(sender: Sender, run: (portal: Portal) => Promise<void>): Promise<null> {
  const portal = await portalOf(sender);
  if (portal) await run(portal);
  return null;
}

/** Whether a page of ours has sent it. */
export function isExtensionPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL("/")) ?? false;
}

/** Whether our booking page has sent it. */
export function isBookingPage(sender: Sender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL("/booking.html")) ?? false;
}
