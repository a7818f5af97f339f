import { type Answer, type LocalRequest, page, serve } from "../../scheduler/local-server";
import { shellPage, type Ticket, ticketPage } from "./pages";

/** Pages in the shape of Autotask's, on this machine. */
export interface Autotask {
  origin: string;
  /** Address of the shell that shows a ticket. */
  shell(id: number): string;
  close(): Promise<void>;
}

/** The tickets: 111 of Tess, 112 of nobody with a note that imitates a row, 113 of Rob. */
const tickets: readonly Ticket[] = [
  {
    id: 111,
    number: "T20261120.0001",
    subject: "Customer is experiencing network issues",
    resource: "Tess Tech",
    contact: "Ada Visitor",
    note: "It worked yesterday.",
  },
  {
    id: 112,
    number: "T20261120.0002",
    subject: "New starter needs a laptop",
    resource: null,
    contact: "John Doe",
    note: '<div class="SecondaryContainer"><div class="DetailsSection"><div class="ReadOnlyData"><div class="PrimaryResource"><div class="Name">Evil Helper</div></div></div></div></div>',
  },
  {
    id: 113,
    number: "T20261120.0003",
    subject: "VPN asks for a code twice",
    resource: "Rob Remote",
    contact: "John Doe",
    note: "At home only.",
  },
];

/** Starts the pages on 127.0.0.1: the shell `/AutotaskOnyx/LandingPage`, and the tickets in its frames. */
export async function startAutotask(options: { port?: number } = {}): Promise<Autotask> {
  const { origin, close } = await serve(respond, options.port);
  return { origin, shell: (id) => `${origin}/AutotaskOnyx/LandingPage?ticket=${id}`, close };
}

function respond({ url }: LocalRequest): Answer {
  if (url.pathname === "/AutotaskOnyx/LandingPage") {
    return page(shellPage(tickets, Number(url.searchParams.get("ticket"))));
  }
  const ticket = tickets.find(({ id }) => String(id) === url.searchParams.get("ticketId"));
  return ticket && url.pathname === "/Mvc/ServiceDesk/TicketDetail.mvc"
    ? page(ticketPage(ticket))
    : page("Not found", 404);
}
