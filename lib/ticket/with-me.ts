import type { Me } from "../settings/share";
import type { Person, Ticket } from "./ticket";

/**
 * Lets the person of the settings (`me`) stand in for a viewer whom the page does not name; where the page says "Me",
 * that person is in charge. What a page prints comes first.
 */
export function withMe(ticket: Ticket, me: Me): Ticket {
  const person = toPerson(me);
  if (ticket.viewer || !person) return ticket;
  if (ticket.assignment !== "self") return { ...ticket, viewer: person };
  return { ...ticket, viewer: person, assignee: person, assignment: "assigned" };
}

function toPerson({ name, email, phone }: Me): Person | null {
  if (name === "" && email === "") return null;
  return { name: name || null, login: null, email: email || null, phone: phone || null };
}
