import type { LocalRequest } from "../../scheduler/local-server";
import type { Person } from "../live/products";

/** A product that names people by its own interface only. */
export interface ApiProduct {
  /** As the preset's. */
  id: string;
  /** Its page in recorded shape, a file in shapes/. */
  shape: string;
  /** What its sign-in sets, and the page's scripts may or may not see. */
  cookie: string;
  ticket: string;
  address: string;
  /** Whether a request comes with the product's session. */
  isSignedIn(request: LocalRequest): boolean;
  /** The interface's answers by path and query; `person` is in charge. */
  answers(person: Person | null): Readonly<Record<string, unknown>>;
  /** The answer to the question for statuses, where there is such a question. */
  statuses?: Readonly<Record<string, unknown>>;
  /** Paths that take what is written, and with which status they answer. */
  takes: Readonly<Record<string, number>>;
  /** A status that its tickets can have, as it is called there. */
  status: string;
}

const UUID = "0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10";
const SUBJECT = "Printer on the second floor is offline";
const ADA = { email: "ada@example.com", phone_number: "5550100" };
const hasCookie = (name: string) => (request: LocalRequest) =>
  (request.headers.cookie ?? "").includes(`${name}=`);

/** The dashboard makes its headers of a cookie that scripts may read; the server looks at the headers alone. */
const chatwoot: ApiProduct = {
  id: "chatwoot",
  shape: "chatwoot/agent.html",
  cookie: `cw_d_session_info=${encodeURIComponent(
    JSON.stringify({ "access-token": "t0ken", client: "client-1", uid: "rob@example.com" }),
  )}; Path=/`,
  ticket: "42",
  address: "/app/accounts/1/inbox/3/conversations/42",
  isSignedIn: ({ headers }) =>
    headers["access-token"] === "t0ken" && headers.client === "client-1" && headers.uid === "rob@example.com",
  answers: (person) => ({
    "/api/v1/accounts/1/conversations/42": {
      meta: { sender: { name: "Ada Visitor", ...ADA }, ...(person && { assignee: { id: 5, ...person } }) },
      id: 42,
      priority: null,
      additional_attributes: { mail_subject: SUBJECT },
    },
  }),
  takes: {
    "POST /api/v1/accounts/1/conversations/42/messages": 200,
    "POST /api/v1/accounts/1/conversations/42/toggle_status": 200,
  },
  status: "Resolved",
};

const libredesk: ApiProduct = {
  id: "libredesk",
  shape: "libredesk/agent.html",
  cookie: "libredesk_session=abc; Path=/; HttpOnly",
  ticket: UUID,
  address: `/inboxes/assigned/conversation/${UUID}`,
  isSignedIn: hasCookie("libredesk_session"),
  answers: (person) => ({
    [`/api/v1/conversations/${UUID}`]: {
      data: {
        uuid: UUID,
        assigned_user_id: person ? 5 : null,
        reference_number: "1007",
        subject: SUBJECT,
        contact: { first_name: "Ada", ...ADA },
      },
    },
    "/api/v1/agents/compact": {
      data: [
        { id: 4, first_name: "Eve", last_name: "Else", email: "eve@example.com" },
        { id: 5, first_name: "Some", last_name: "One", email: person?.email },
      ],
    },
  }),
  statuses: {
    "/api/v1/statuses": {
      data: [
        { id: 1, name: "Open" },
        { id: 3, name: "Resolved" },
      ],
    },
  },
  takes: {
    [`POST /api/v1/conversations/${UUID}/messages`]: 200,
    [`PUT /api/v1/conversations/${UUID}/status`]: 200,
  },
  status: "Resolved",
};

const frappeHelpdesk: ApiProduct = {
  id: "frappe-helpdesk",
  shape: "frappe-helpdesk/agent.html",
  cookie: "sid=abc; Path=/; HttpOnly",
  ticket: "7",
  address: "/helpdesk/tickets/7",
  isSignedIn: hasCookie("sid"),
  answers: (person) => ({
    "/api/method/helpdesk.helpdesk.doctype.hd_ticket.api.get_ticket_assignees?ticket=7": {
      message: person ? [{ name: person.email, agent_name: person.name }] : [],
    },
    "/api/resource/HD%20Ticket/7": {
      data: { name: 7, subject: SUBJECT, raised_by: ADA.email, agent_group: "Networking" },
    },
  }),
  takes: { "POST /api/method/run_doc_method": 200, "PUT /api/resource/HD%20Ticket/7": 417 }, // a right is missing
  status: "Resolved",
};

export const apiProducts: readonly ApiProduct[] = [chatwoot, libredesk, frappeHelpdesk];
