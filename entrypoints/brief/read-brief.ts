import { browser } from "wxt/browser";
import type { Booking } from "../../lib/booking/store/booking";
import { type OverlayMessage, TicketBrief } from "../../lib/messages";
import { portals } from "../../lib/settings/items";
import { isGranted, pattern } from "../../lib/settings/permissions";

/** What the ticket of a booking says now, from the first tab of its portal that shows it; `null` where none does. */
export async function readBriefOf({
  portal: id,
  ticket,
}: Booking): Promise<{ brief: TicketBrief; tab: number } | null> {
  const portal = (await portals.read()).find((one) => one.id === id);
  if (!portal || !(await isGranted(portal.origin))) return null;
  const message: OverlayMessage = { type: "readBrief", portal: id, ticket: ticket.id };
  for (const { id: tab } of await browser.tabs.query({ url: pattern(portal.origin) })) {
    if (tab === undefined) continue;
    const answer: unknown = await browser.tabs.sendMessage(tab, message).catch(() => undefined);
    const brief = TicketBrief.safeParse(answer).data;
    if (brief?.ticket.id === ticket.id) return { brief, tab };
  }
  return null;
}
