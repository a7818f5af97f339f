import { newPortal } from "../../../lib/settings/portal";
import { findPage, findPreset } from "../../../lib/ticket/find-page";
import { readLabel } from "../../../lib/ticket/labels/read-label";
import type { PageDefinition } from "../../../lib/ticket/page-definition";
import { readField } from "../../../lib/ticket/read-field";
import { readTicket } from "../../../lib/ticket/read-ticket";
import type { Ticket } from "../../../lib/ticket/ticket";

const files = {
  ...import.meta.glob<string>("../../portals/{shapes/*,*/recorded}/*.html", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  ...import.meta.glob<string>("./my-portal-*.html", { query: "?raw", import: "default", eager: true }),
};

/** A recorded page, or one in recorded shape. */
export interface KnownPage {
  /** "znuny/agent-assigned" */
  name: string;
  html: string;
}

export const knownPages: readonly KnownPage[] = Object.entries(files).map(([path, html]) => ({
  name: path.replace(/^.*?portals\/(?:shapes\/)?|\.html$/g, "").replace("/recorded", ""),
  html,
}));

export const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

/** What the definition of its own kind of page reads on a known page; `null` for pages that are no tickets. */
export function readByPreset({ name, html }: KnownPage): { page: PageDefinition; ticket: Ticket } | null {
  const document = parse(html);
  const portal = newPortal({ origin: "https://help.example.com", basePath: "" }, []);
  const preset = findPreset(portal, document);
  if (!preset || NO_TICKETS.test(name)) return null;
  const all = preset.examples.tickets.flatMap((address) => {
    const url = new URL(address);
    const found = findPage({ ...portal, origin: url.origin }, preset, url);
    const groups = found && { ...found.groups, id: printedId(document, found.page) ?? found.groups.id ?? "" };
    const ticket =
      found &&
      groups &&
      readTicket(document, url, "help", found.page, groups, undefined, { labels: readLabel });
    return ticket ? [{ page: found.page, ticket }] : [];
  });
  const own = all.filter(({ page }) => page.audience === (name.includes("customer") ? "customer" : "agent"));
  return own[0] ?? all[0] ?? null;
}

/** The id that a page prints; the examples' addresses have another one. */
export function printedId(document: Document, page: PageDefinition): string | null {
  return readField(page.fields.id, { root: document, exclude: page.exclude ?? null, groups: {} });
}

/** Lists, forms, and pages that name nobody in charge. */
const NO_TICKETS = /\/(?:list(?:-\w+)?|edit|search-results|self-service)$/;
