import type { PageDefinition } from "./page-definition";
import type { Ticket } from "./ticket";

/** What a page definition should find on each of its pages, and did not: the ticket's own part, or who is in charge. */
export type Missing = "ticket" | "assignee";

/**
 * What is missing on a page whose address is a ticket's. Whether that is the product's fault shows later: pages load, and
 * errors and sign-ins have tickets' addresses, too.
 * @param ticket as it was read; `null` when the page's scope is not there
 */
export function missingOn(page: PageDefinition, ticket: Ticket | null): Missing | null {
  if (page.kind === "list") return null;
  if (!ticket) return "ticket";
  const { assignee = [], assigneeEmail = [] } = page.fields;
  const sources = [...assignee, ...assigneeEmail];
  // Customers may not be told who is in charge, applications have the viewer's calendar, and a lookup has its own state.
  const isPrinted = page.audience === "agent" && page.callWith !== "me" && sources.length > 0;
  const isAsked = sources.some((source) => "json" in source);
  return isPrinted && !isAsked && ticket.assignment === "unknown" ? "assignee" : null;
}
