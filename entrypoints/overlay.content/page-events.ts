import type { BookedCall } from "../../lib/booking/outcome";
import { pageEvents } from "../../lib/settings/items";

/** What the portal's own scripts may hear of (docs/automation.md). */
type What = "card-shown" | "opened" | "booked" | "rescheduled" | "cancelled";

/**
 * Tells the portal's page what happens on the card, where that is switched on: nothing about people, and nothing that the
 * page could not read in its own address. The detail is a text, since only that crosses from the extension's world into
 * the page's in every browser.
 */
export function createPageEvents() {
  let isOn = pageEvents.read();
  const stop = pageEvents.watch((on) => {
    isOn = Promise.resolve(on);
  });
  let shown: string | null = null;

  function tell(event: What, ticketId: string): void {
    void isOn.then((on) => {
      const detail = JSON.stringify({ version: 1, event, ticketId });
      if (on) document.dispatchEvent(new CustomEvent("callcard", { detail }));
    });
  }

  return {
    /** The card stands on the page now, or (`null`) it does not. Told once a ticket. */
    card(ticketId: string | null): void {
      if (ticketId !== null && ticketId !== shown) tell("card-shown", ticketId);
      shown = ticketId;
    },
    opened: (ticketId: string): void => tell("opened", ticketId),
    /** The ticket's calls have changed, in this tab or elsewhere. */
    calls(ticketId: string, before: readonly BookedCall[], after: readonly BookedCall[]): void {
      for (const call of after) {
        const known = before.find(({ id }) => id === call.id);
        if (!known) tell("booked", ticketId);
        else if (known.start !== call.start) tell("rescheduled", ticketId);
      }
      for (const call of before) {
        if (!after.some(({ id }) => id === call.id)) tell("cancelled", ticketId);
      }
    },
    stop,
  };
}
