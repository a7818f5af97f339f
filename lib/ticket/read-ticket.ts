import type { UrlGroups } from "./match-url";
import type { PageDefinition } from "./page-definition";
import { parsePerson } from "./parse-person";
import { findRoot, readField, readFields, type Scope, select } from "./read-field";
import { MAX_URL_LENGTH, type Person, type Ticket } from "./ticket";

/**
 * Reads the ticket of a page. Pure but for the document: no globals, no network.
 * @param groups what `matchUrl` found in the address
 * @returns the ticket, or `null` while the page's scope is not (yet) in the document
 */
export function readTicket(
  document: Document,
  url: URL,
  portal: string,
  page: PageDefinition,
  groups: UrlGroups,
): Ticket | null {
  const root = findRoot(document, page);
  const id = groups.id;
  if (!root || !id) return null;

  const scope: Scope = { root, exclude: page.exclude ?? null, groups };
  const read = (name: keyof PageDefinition["fields"]) => readField(page.fields[name], scope);
  const printed = withEmail(parsePerson(read("assignee")), read("assigneeEmail"));
  const saysNobody = (page.unassigned ?? []).some(({ css }) => select(css, scope).length > 0);
  const unassigned = saysNobody || (!printed && page.emptyAssignee === "unassigned");
  const assignee = unassigned ? null : printed;
  const requester = withEmail(parsePerson(read("requesterName")), read("requesterEmail"));
  const phone = read("requesterPhone");

  return {
    kind: page.kind,
    portal,
    id,
    number: read("number") ?? id,
    url: url.href.length <= MAX_URL_LENGTH ? url.href : url.origin + url.pathname,
    subject: read("subject"),
    assignee,
    assignment: unassigned ? "unassigned" : assignee ? "assigned" : "unknown",
    requester: requester && { ...requester, phone },
    watchers: readFields(page.fields.watchers, scope)
      .map(parsePerson)
      .filter((person) => person !== null)
      .slice(0, 50),
    category: read("category"),
    priority: read("priority"),
    viewer: withEmail(parsePerson(read("viewerName")), read("viewerEmail")),
    audience: page.audience,
  };
}

/** Completes a printed person by an address that stands elsewhere on the page; the separate field wins. */
function withEmail(person: Person | null, printed: string | null): Person | null {
  const email = parsePerson(printed)?.email ?? null;
  if (!email) return person;
  return { name: person?.name ?? null, login: person?.login ?? null, phone: person?.phone ?? null, email };
}
