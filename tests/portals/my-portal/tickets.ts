/** A user of the portal: technicians have a booking link. */
export interface User {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  bookingLink: string | null;
}

/** A ticket, as the portal stores it. */
export interface Ticket {
  id: number;
  subject: string;
  status: string;
  priority: string;
  category: string;
  requester: User;
  assignee: User | null;
  watchers: string[];
  description: string;
  replies: { author: string; text: string }[];
}

const user = (
  id: number,
  firstName: string,
  lastName: string,
  phone = "",
  bookingLink: string | null = null,
): User => ({
  id,
  firstName,
  lastName,
  email: `${firstName.toLowerCase()}@example.com`,
  phone,
  bookingLink,
});

const tess = user(2, "Tess", "Tech", "", "https://cal.com/tess/30min");
const rob = user(3, "Rob", "Remote", "", "https://cal.com/rob/30min");
const ada = user(4, "Ada", "Visitor");
const john = user(5, "John", "Doe", "+1 555 0100");

/** Everybody who can be assigned. */
export const technicians: readonly User[] = [tess, rob];

/** Everybody who can have a ticket. */
export const requesters: readonly User[] = [ada, john];

/** Who is signed in on the agents' and on the customers' pages. */
export const viewers = { agent: tess, customer: john };

/** The tickets as they are when the portal starts: 123 of Tess, 124 of nobody, 126 of Rob. */
export function createTickets(): Map<number, Ticket> {
  const common = { status: "Open", priority: "Normal", category: "Networking", requester: john, replies: [] };
  const tickets: Ticket[] = [
    {
      ...common,
      id: 123,
      subject: "Support Request",
      priority: "High",
      assignee: tess,
      watchers: ["ada@example.com"],
      description: "Customer is experiencing network issues with their office connection...",
      replies: [{ author: "tess@example.com", text: "Thank you, John. Is it every computer?" }],
    },
    {
      ...common,
      id: 124,
      subject: "New starter needs a laptop",
      category: "Hardware",
      assignee: null,
      watchers: [],
      description: "A colleague starts on the first.",
    },
    {
      ...common,
      id: 126,
      subject: "VPN asks for a code twice",
      requester: ada,
      assignee: rob,
      watchers: [],
      description: "Signing in from home asks for a second code.",
    },
  ];
  return new Map(tickets.map((ticket) => [ticket.id, ticket]));
}

/** "Tess Tech" */
export function nameOf({ firstName, lastName }: User): string {
  return `${firstName} ${lastName}`;
}
