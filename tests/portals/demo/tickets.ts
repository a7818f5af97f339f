/** Someone with a name and an address. */
export interface Person {
  name: string;
  email: string;
}

/** A message in a ticket's history. */
export interface Message {
  from: string;
  at: string;
  text: string;
  /** Shown instead of the text: what a customer's HTML mail may look like. */
  hostile?: boolean;
}

/** A ticket of the demo portal. */
export interface Ticket {
  id: string;
  subject: string;
  status: string;
  priority: string;
  category: string;
  requester: Person & { phone: string };
  assignee: Person | null;
  watchers: string[];
  created: string;
  updated: string;
  billable: string;
  description: Message;
  conversation: Message[];
}

const tess: Person = { name: "Tess Tech", email: "tess@example.com" };
const rob: Person = { name: "Rob Remote", email: "rob@example.com" };
const nora: Person = { name: "Nora Newcomer", email: "nora@example.com" };
const john = { name: "John Doe", email: "john@example.com", phone: "+1 555 0100" };
const ada = { name: "Ada Visitor", email: "ada@example.com", phone: "" };

/** Who is signed in, on the agents' and on the customers' pages. */
export const viewers = { agent: tess, customer: john as Person };

/** The tickets as they are when the portal starts. */
export function createTickets(): Map<string, Ticket> {
  const tickets = [
    ticket("123", "Support Request", {
      priority: "High",
      category: "Networking",
      assignee: tess,
      watchers: ["ada@example.com", "rob@example.com"],
      description: message(
        "John Doe",
        "9:02",
        "Customer is experiencing network issues with their office connection. Calls drop after a few minutes, and the file server is slow since Monday. Restarting the router helped for about an hour.",
      ),
      conversation: [
        message(
          "Tess Tech",
          "9:40",
          "Thank you, John. Is it every computer, or only those on the second floor?",
        ),
        message("John Doe", "10:15", "Only the second floor. The first floor is fine."),
        message(
          "Tess Tech",
          "10:21",
          "That points at one switch. A short call would be the quickest way to check it.",
        ),
      ],
    }),
    ticket("124", "New starter needs a laptop", {
      status: "New",
      category: "Hardware",
      description: message(
        "John Doe",
        "11:30",
        "A colleague starts on the first. Could you prepare a laptop, please?",
      ),
    }),
    ticket("125", "Shared mailbox is full", {
      priority: "Low",
      category: "E-mail",
      assignee: nora,
      requester: ada,
      description: message("Ada Visitor", "8:12", "The shared mailbox refuses new mail since this morning."),
    }),
    ticket("126", "VPN asks for a code twice", {
      category: "Remote access",
      assignee: rob,
      requester: ada,
      watchers: ["john@example.com"],
      description: message(
        "Ada Visitor",
        "14:05",
        "Signing in from home asks for a second code, and then for a third one.",
      ),
      conversation: [message("Rob Remote", "14:30", "I can see it here too. When would a call suit you?")],
    }),
    ticket("127", "Invoice looks strange", {
      priority: "Urgent",
      category: "Security",
      assignee: tess,
      description: { ...message("John Doe", "7:55", "Please look at this message."), hostile: true },
      conversation: [{ ...message("John Doe", "8:01", "And at this one."), hostile: true }],
    }),
  ];
  return new Map(tickets.map((each) => [each.id, each]));
}

function ticket(id: string, subject: string, values: Partial<Ticket> & Pick<Ticket, "description">): Ticket {
  return {
    id,
    subject,
    status: "Open",
    priority: "Normal",
    category: "General",
    requester: john,
    assignee: null,
    watchers: [],
    created: "16 Nov 2026, 9:02",
    updated: "20 Nov 2026, 10:21",
    billable: "30 min",
    conversation: [],
    ...values,
  };
}

function message(from: string, time: string, text: string): Message {
  return { from, at: `16 Nov 2026, ${time}`, text };
}
