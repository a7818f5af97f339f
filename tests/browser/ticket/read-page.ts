import { newPortal, type Portal } from "../../../lib/settings/portal";
import { findPage, findPreset } from "../../../lib/ticket/find-page";
import { readLabel } from "../../../lib/ticket/labels/read-label";
import { specialValue } from "../../../lib/ticket/labels/words";
import { readTicket } from "../../../lib/ticket/read-ticket";
import type { Person, Ticket } from "../../../lib/ticket/ticket";

/** Reads a page as the overlay does: product, page, ticket. `null` where an overlay would find no ticket. */
export function readPage(html: string, address: string, given: Partial<Portal> = {}): Ticket | null {
  const url = new URL(address);
  const portal: Portal = { ...newPortal({ origin: url.origin, basePath: "" }, []), ...given };
  const document = new DOMParser().parseFromString(html, "text/html");
  const found = findPage(portal, findPreset(portal, document), url);
  const aids = { labels: readLabel, specialValue };
  return found && readTicket(document, url, portal.id, found.page, found.groups, undefined, aids);
}

/** A printed person with what is given, and nothing else. */
export function person(given: Partial<Person>): Person {
  return { name: null, login: null, email: null, phone: null, ...given };
}
