import type { NamedTicket } from "../../scheduler/account/told-booking";
import { findPortal, type Portal } from "../../settings/portal";
import { findPage } from "../../ticket/find-page";
import { presetById } from "../../ticket/presets";
import type { Booking } from "../store/booking";

/** The ticket of a booking, as the store names it. */
export type FoundTicket = Pick<Booking, "portal" | "ticket">;

/**
 * The ticket that a booking names, if its portal is one of this browser. A colleague's browser may call the same portal
 * otherwise: then the ticket's address tells. Whoever books writes all of it, so an address on another site counts for
 * nothing, and the subject is not taken over.
 */
export function findTicket(named: NamedTicket, portals: readonly Portal[]): FoundTicket | null {
  const url = named.url !== null && URL.canParse(named.url) ? new URL(named.url) : null;
  const portal = url ? findPortal(portals, url) : (portals.find(({ id }) => id === named.portal) ?? null);
  if (!portal) return null;
  const id = named.id ?? (url && idIn(portal, url)) ?? named.number;
  if (id === null) return null;
  return {
    portal: portal.id,
    ticket: { id, number: named.number ?? id, subject: null, url: url?.href ?? null },
  };
}

function idIn(portal: Portal, url: URL): string | null {
  const preset = portal.preset ? presetById(portal.preset) : null;
  return findPage(portal, preset, url)?.groups.id ?? null;
}
