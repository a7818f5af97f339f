import type { Person, Ticket } from "../../../lib/ticket/ticket";

/** A printed person with what is given, and nothing else. */
export function person(given: Partial<Person>): Person {
  return { name: null, login: null, email: null, phone: null, ...given };
}

/** An agent's ticket, with what is given instead. */
export function ticket(given: Partial<Ticket> = {}): Ticket {
  return {
    kind: "ticket",
    portal: "help",
    id: "7",
    number: "T-7",
    url: "https://help.example.com/tickets/7",
    subject: "Printer is on fire",
    assignee: person({ name: "Tess Tech", login: "tess" }),
    assignment: "assigned",
    requester: person({ name: "Ada Visitor", email: "ada@example.com", phone: "+49 30 1" }),
    watchers: [],
    category: null,
    priority: null,
    viewer: person({ name: "Vic Viewer", email: "vic@example.com" }),
    audience: "agent",
    ...given,
  };
}
