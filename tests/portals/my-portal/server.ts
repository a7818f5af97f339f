import {
  type Answer,
  asset,
  json,
  type LocalRequest,
  page,
  redirect,
  serve,
} from "../../scheduler/local-server";
import { agentPage } from "./agent-page";
import { customerPage } from "./customer-page";
import { listPage, notFoundPage } from "./layout";
import { createTickets, nameOf, type Ticket, technicians, viewers } from "./tickets";

/** Pages in the shape of MyPortal's, on this machine. */
export interface MyPortal {
  origin: string;
  /** Gives a ticket to a technician, or to nobody. */
  assign(id: number | string, email: string | null): void;
  /** Whether tickets show the portal's own booking button (they do not at the start). */
  showNativeButton(on: boolean): void;
  close(): Promise<void>;
}

interface State {
  tickets: Map<number, Ticket>;
  nativeButton: boolean;
}

const assets = new URL("assets/", import.meta.url);

// As the product's: a self-hosted Cal.com can be neither framed nor fetched from the page.
const CAL = "https://cal.com https://app.cal.com";
const headers = {
  "Content-Security-Policy": [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline' https://unpkg.com ${CAL}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${CAL}`,
    `frame-src 'self' ${CAL}`,
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Frame-Options": "DENY",
};

/** Starts the pages on 127.0.0.1: `/admin/tickets/123` for agents, `/tickets/123` for customers. */
export async function startMyPortal(options: { port?: number } = {}): Promise<MyPortal> {
  const state: State = { tickets: createTickets(), nativeButton: false };
  const server = await serve(async (request) => {
    const answer = await respond(request, state);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }, options.port);
  return {
    origin: server.origin,
    assign: (id, email) => {
      const ticket = state.tickets.get(Number(id));
      if (!ticket) throw new Error(`No such ticket: ${id}`);
      ticket.assignee = technicianOf(email);
    },
    showNativeButton: (on) => {
      state.nativeButton = on;
    },
    close: server.close,
  };
}

function respond(
  { method, url, body }: LocalRequest,
  { tickets, nativeButton }: State,
): Answer | Promise<Answer> {
  const { pathname } = url;
  if (pathname === "/") return redirect("/admin/tickets");
  if (pathname.startsWith("/static/")) return asset(assets, pathname.slice("/static/".length));
  if (pathname === "/auth/session") return json(session());
  const [, admin = "", id, action] =
    /^(\/admin)?\/tickets(?:\/(\d+))?(?:\/(details|replies))?\/?$/.exec(pathname) ?? [];
  const ticket = tickets.get(Number(id));
  if (ticket && method === "POST") return save(ticket, action ?? "", new URLSearchParams(body));
  if (ticket) return page(admin ? agentPage(ticket, nativeButton) : customerPage(ticket, nativeButton));
  if (/^(\/admin)?\/tickets\/?$/.test(pathname))
    return page(listPage(`${admin}/tickets`, [...tickets.values()]));
  return page(notFoundPage(), 404);
}

function save(ticket: Ticket, action: string, form: URLSearchParams): Answer {
  if (action === "replies") {
    ticket.replies.push({ author: viewers.customer.email, text: form.get("body") ?? "" });
    return redirect(`/tickets/${ticket.id}`);
  }
  ticket.subject = form.get("subject") ?? ticket.subject;
  ticket.status = form.get("status") ?? ticket.status;
  ticket.priority = form.get("priority") ?? ticket.priority;
  ticket.category = form.get("category") ?? ticket.category;
  ticket.assignee = technicianOf(form.get("assigned"));
  return json({});
}

function technicianOf(email: string | null): Ticket["assignee"] {
  if (!email) return null;
  const technician = technicians.find((user) => user.email === email);
  if (!technician) throw new Error(`No such technician: ${email}`);
  return technician;
}

function session(): object {
  const { email, firstName, lastName, phone, bookingLink } = viewers.agent;
  const user = {
    email,
    first_name: firstName,
    last_name: lastName,
    mobile_phone: phone,
    booking_link_url: bookingLink,
  };
  return { user, session: { csrf_token: "stand-in" }, name: nameOf(viewers.agent) };
}
