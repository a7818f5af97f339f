import type { Html } from "../../scheduler/html";
import {
  type Answer,
  asset,
  json,
  type LocalRequest,
  page,
  redirect,
  serve,
} from "../../scheduler/local-server";
import { applicationList, applicationPage, virtualList } from "./application-pages";
import { caster, createApplications } from "./applications";
import { layout, type Theme } from "./layout";
import { notFound, ticketList } from "./list-page";
import { createLookupApi, type LookupSwitch } from "./lookup-api";
import { agentTicket, customerTicket } from "./ticket-page";
import { createTickets, type Person, type Ticket, viewers } from "./tickets";
import { unknownList, unknownTicket } from "./unknown-page";
import { createCalls } from "./webhooks/calls";
import { takeWebhook } from "./webhooks/endpoint";

/** A help desk on this machine. */
export interface DemoPortal {
  origin: string;
  /** Gives a ticket to someone, or to nobody. */
  assign(id: string, assignee: Person | null): void;
  /** How the lookup API answers from now on. */
  lookup: LookupSwitch;
  /** What browsers reported to `/csp-reports`. */
  cspReports(): unknown[];
  close(): Promise<void>;
}

/** How strict the portal is. */
export interface DemoPortalOptions {
  port?: number;
  /** Sends `Cross-Origin-Embedder-Policy: require-corp`. */
  coep?: boolean;
  /** Sends a strict Content-Security-Policy (unless false). */
  csp?: boolean;
}

const assets = new URL("assets/", import.meta.url);
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; frame-src 'none'; require-trusted-types-for 'script'; style-src 'self'; report-uri /csp-reports";

/**
 * Starts the demo portal on 127.0.0.1: `/agent/tickets`, `/tickets` for customers, `/app/tickets` as one page, and the
 * applications to a casting call, `/applications/caster`.
 */
export async function startDemoPortal(options: DemoPortalOptions = {}): Promise<DemoPortal> {
  const tickets = createTickets();
  const reports: unknown[] = [];
  const calls = createCalls();
  const lookup = createLookupApi(tickets, calls.of);
  const headers: Record<string, string> = {};
  if (options.csp !== false) headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY;
  if (options.coep) headers["Cross-Origin-Embedder-Policy"] = "require-corp";

  const server = await serve(async (request) => {
    const isWebhook = request.url.pathname.startsWith("/webhooks/");
    const answer = isWebhook ? takeWebhook(request, calls) : await respond(request, tickets, lookup, reports);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }, options.port);
  return {
    origin: server.origin,
    assign: (id, assignee) => {
      const ticket = tickets.get(id);
      if (!ticket) throw new Error(`No such ticket: ${id}`);
      ticket.assignee = assignee;
    },
    lookup,
    cspReports: () => [...reports],
    close: server.close,
  };
}

function respond(
  request: LocalRequest,
  tickets: Map<string, Ticket>,
  lookup: ReturnType<typeof createLookupApi>,
  reports: unknown[],
): Answer | Promise<Answer> {
  const { pathname } = request.url;
  const [first, second] = pathname.split("/").filter(Boolean);
  if (pathname === "/") return redirect("/agent/tickets");
  if (first === "assets") return asset(assets, second ?? "");
  if (first === "api" && second === "callcard") return lookup.answer(request);
  if (pathname === "/api/applications") return json(createApplications(countOf(request.url)));
  if (first === "api") return api(request, tickets);
  if (pathname === "/csp-reports") {
    reports.push(JSON.parse(request.body));
    return { status: 204 };
  }
  if (first === "unknown") return showUnknown(request, tickets);
  if (first === "applications") return showApplications(request, second ?? "");
  return show(request, tickets);
}

/** Pages that no preset and no configuration knows: `/unknown/issues/HD-123`, `/unknown/cases/HD-123`. */
function showUnknown({ url }: LocalRequest, tickets: Map<string, Ticket>): Answer {
  const [, folder = "issues", id] =
    /^\/unknown(?:\/(issues|cases)(?:\/HD-(\w+))?)?\/?$/.exec(url.pathname) ?? [];
  const ticket = tickets.get(id ?? "");
  const main = ticket
    ? unknownTicket(ticket, folder === "cases")
    : unknownList([...tickets.values()], folder);
  const title = ticket ? ticket.subject : "All";
  return page(
    layout({ title, base: "", viewer: viewers.agent, theme: null, main }),
    ticket || !id ? 200 : 404,
  );
}

/** The list shows a dozen, or `?rows=5000`; there are always more to come. */
function countOf(url: URL): number {
  return Math.max(Number(url.searchParams.get("rows") ?? 0), 60);
}

function showApplications({ url, headers }: LocalRequest, what: string): Answer {
  const { theme, cookie } = themeOf(url, headers);
  const answer = (title: string, main: Html, status = 200) =>
    page(layout({ title, base: "/applications", viewer: caster, theme, main }), status, cookie);
  const all = createApplications(countOf(url));
  if (what === "caster") {
    const shown = all.slice(0, Number(url.searchParams.get("rows") ?? 12));
    return answer("Applications", url.searchParams.has("virtual") ? virtualList() : applicationList(shown));
  }
  const application = createApplications(5000).find(({ id }) => String(id) === what);
  return application
    ? answer(`Application #${what}`, applicationPage(application))
    : answer("Not found", notFound(), 404);
}

function api({ method, url, body }: LocalRequest, tickets: Map<string, Ticket>): Answer {
  const [, id = ""] = /^\/api\/tickets\/(\w+)\/assignee$/.exec(url.pathname) ?? [];
  const ticket = tickets.get(id);
  if (!ticket) return json({ error: "No such ticket" }, 404);
  if (method !== "POST") return json({ error: "No such method" }, 405);
  ticket.assignee = JSON.parse(body) as Person | null;
  return json(ticket.assignee);
}

function show({ method, url, headers, body }: LocalRequest, tickets: Map<string, Ticket>): Answer {
  const [, area = "", id] = /^(\/agent|\/app|\/plain)?\/tickets(?:\/(\w+))?\/?$/.exec(url.pathname) ?? [];
  const base = area as "" | "/agent" | "/app" | "/plain";
  const isCustomer = base === "" || base === "/plain";
  const { theme, cookie } = themeOf(url, headers);
  const viewer = isCustomer ? viewers.customer : viewers.agent;
  const answer = (title: string, main: Html, status = 200) =>
    page(layout({ title, base, viewer, theme, main }), status, cookie);

  if (!/^(\/agent|\/app|\/plain)?\/tickets/.test(url.pathname)) return answer("Not found", notFound(), 404);
  if (id === undefined) return answer("Tickets", ticketList([...tickets.values()], base));
  const ticket = tickets.get(id);
  if (!ticket) return answer("Not found", notFound(), 404);
  if (method === "POST") {
    ticket.conversation.push({
      from: viewer.name,
      at: "Just now",
      text: new URLSearchParams(body).get("text") ?? "",
    });
    return redirect(url.pathname);
  }
  const main = isCustomer ? customerTicket(ticket, base) : agentTicket(ticket, base, base === "/app");
  return answer(`Ticket #${ticket.id}: ${ticket.subject}`, main);
}

function themeOf(
  url: URL,
  headers: LocalRequest["headers"],
): { theme: Theme; cookie: Record<string, string> } {
  const chosen = parseTheme(url.searchParams.get("theme"));
  return {
    theme: chosen ?? parseTheme(/(?:^|; )theme=(\w+)/.exec(headers.cookie ?? "")?.[1]),
    cookie: chosen ? { "Set-Cookie": `theme=${chosen}; Path=/; SameSite=Lax` } : {},
  };
}

function parseTheme(text: string | null | undefined): Theme {
  return text === "light" || text === "dark" ? text : null;
}
