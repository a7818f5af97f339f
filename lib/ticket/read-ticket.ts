import { followPointer } from "./lookup/read-pointer";
import { isPointer } from "./lookup/recipe";
import type { UrlGroups } from "./match-url";
import type { ClosedTest, PageDefinition, UnassignedTest } from "./page-definition";
import { parsePerson } from "./parse-person";
import { findRoot, type ReadingAids, readField, readFields, type Scope, select } from "./read-field";
import { readUnnamed } from "./read-unnamed";
import { reconcile } from "./reconcile";
import { MAX_URL_LENGTH, type Person, type Ticket } from "./ticket";

/**
 * Reads the ticket of a page. Pure but for the document: no globals, no network.
 * @param groups what `matchUrl` found in the address
 * @param json the lookup's answer, if there is one
 * @param aids what the reading needs besides the page, and where it says which sources answered
 * @returns the ticket, or `null` while the page's scope is not (yet) in the document, or while the page prints the id of
 *   another ticket than its address: one of the two is old
 */
export function readTicket(
  document: Document,
  url: URL,
  portal: string,
  page: PageDefinition,
  groups: UrlGroups,
  json?: unknown,
  aids: ReadingAids = {},
): Ticket | null {
  const root = findRoot(document, page);
  const id = groups.id;
  if (!root || !id) return null;
  const exclude = page.exclude ?? null;
  const printedId = readField(page.fields.id, { ...aids, root: document, exclude, groups, json });
  if (printedId !== null && printedId !== id) return null;
  return readScope({ ...aids, root, exclude, groups, json }, id, url, portal, page);
}

/**
 * Reads the ticket of one row of a list.
 * @param url the list's own address; a row's link counts only on the same site
 * @returns `null` for rows without an id, such as headings
 */
export function readRow(
  row: Element,
  url: URL,
  portal: string,
  page: PageDefinition,
  aids: ReadingAids = {},
): Ticket | null {
  const scope: Scope = { ...aids, root: row, exclude: page.exclude ?? null, groups: {} };
  const id = readField(page.fields.id, scope);
  if (!id) return null;
  const link = readField(page.fields.link, scope);
  const target = link && URL.canParse(link, url) ? new URL(link, url) : url;
  return readScope(scope, id, target.origin === url.origin ? target : url, portal, page);
}

function readScope(scope: Scope, id: string, url: URL, portal: string, page: PageDefinition): Ticket {
  const read = (name: keyof PageDefinition["fields"]) => readField(page.fields[name], scope);
  const printed = readAssignee(page, { ...scope, json: undefined });
  const told = scope.json === undefined ? null : readAssignee(onlyPointers(page), scope);
  const known = reconcile(printed, told);
  const saysNobody = (page.unassigned ?? []).some(
    (test) => !(printed && "json" in test) && saysUnassigned(test, scope, read("assignee")),
  );
  const unnamed = known ? null : readUnnamed(page, scope);
  const viewer = withEmail(parsePerson(read("viewerName")), read("viewerEmail"));
  const unassigned =
    saysNobody || unnamed === "nobody" || (!known && !unnamed && page.emptyAssignee === "unassigned");
  const assignee = unassigned ? null : unnamed === "self" ? viewer : known;
  const requester = withEmail(parsePerson(read("requesterName")), read("requesterEmail"));
  const phone = read("requesterPhone");

  return {
    kind: page.kind === "list" ? (page.of ?? "ticket") : page.kind,
    portal,
    id,
    number: read("number") ?? id,
    url: url.href.length <= MAX_URL_LENGTH ? url.href : url.origin + url.pathname,
    subject: read("subject"),
    assignee,
    assignment: unassigned ? "unassigned" : assignee ? "assigned" : unnamed === "self" ? "self" : "unknown",
    requester: requester && { ...requester, phone },
    watchers: readFields(page.fields.watchers, scope)
      .map(parsePerson)
      .filter((person) => person !== null)
      .slice(0, 50),
    category: read("category"),
    priority: read("priority"),
    viewer,
    ...(page.closed?.some((test) => saysClosed(test, scope)) ? { closed: true } : {}),
    audience: page.audience,
    ...(page.callWith ? { callWith: page.callWith } : {}),
  };
}

function readAssignee({ fields }: PageDefinition, scope: Scope): Person | null {
  const person = withEmail(
    parsePerson(readField(fields.assignee, scope)),
    readField(fields.assigneeEmail, scope),
  );
  const login = parsePerson(readField(fields.assigneeLogin, scope));
  if (!login) return person;
  return {
    name: person?.name ?? null,
    phone: person?.phone ?? null,
    email: person?.email ?? login.email,
    login: login.login ?? person?.login ?? null,
  };
}

function onlyPointers(page: PageDefinition): PageDefinition {
  const { assignee, assigneeEmail, assigneeLogin } = page.fields;
  const fields = { assignee, assigneeEmail, assigneeLogin };
  const pointers = Object.entries(fields).map(([name, sources]) => [name, sources?.filter(isPointer)]);
  return { ...page, fields: Object.fromEntries(pointers) as PageDefinition["fields"] };
}

function saysUnassigned(test: UnassignedTest, scope: Scope, assignee: string | null): boolean {
  if ("css" in test) return select(test.css, scope).length > 0;
  if ("text" in test) return assignee !== null && scope.specialValue?.(assignee) === "nobody";
  return pointsTo(test, scope);
}

/** Whether the lookup's answer has one of these values; a pointer to nothing is `null`. */
function pointsTo(
  { json, equals }: { json: string; equals: readonly (string | number | boolean | null)[] },
  scope: Scope,
): boolean {
  if (scope.json === undefined) return false;
  const [value = null] = followPointer(scope.json, json);
  return equals.some((wanted) => wanted === value);
}

function saysClosed(test: ClosedTest, scope: Scope): boolean {
  if ("json" in test) return pointsTo(test, scope);
  if (test.match === undefined && test.attr === undefined) return select(test.css, scope).length > 0;
  return readField([{ ...test, match: `(${test.match ?? ".+"})` }], scope) !== null;
}

/** Completes a printed person by an address that stands elsewhere on the page; the separate field wins. */
function withEmail(person: Person | null, printed: string | null): Person | null {
  const email = parsePerson(printed)?.email ?? null;
  if (!email) return person;
  return { name: person?.name ?? null, login: person?.login ?? null, phone: person?.phone ?? null, email };
}
