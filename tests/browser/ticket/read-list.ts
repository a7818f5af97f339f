import { newPortal } from "../../../lib/settings/portal";
import { findPage, findPreset } from "../../../lib/ticket/find-page";
import { findRowPlace } from "../../../lib/ticket/find-row-place";
import { findRows } from "../../../lib/ticket/find-rows";
import { readRow } from "../../../lib/ticket/read-ticket";
import type { Ticket } from "../../../lib/ticket/ticket";

/** Reads the rows of a list as the overlay does; with each, the element that gets the button. */
export function readList(html: string, address: string): { ticket: Ticket; at: Element }[] {
  const url = new URL(address);
  const portal = newPortal({ origin: url.origin, basePath: "" }, []);
  const document = new DOMParser().parseFromString(html, "text/html");
  const page = findPage(portal, findPreset(portal, document), url)?.page;
  if (page?.kind !== "list") return [];
  return findRows(document, page).flatMap((row) => {
    const ticket = readRow(row, url, portal.id, page);
    return ticket ? [{ ticket, at: findRowPlace(row, page).anchor }] : [];
  });
}
