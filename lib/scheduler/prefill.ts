import * as z from "zod/mini";
import { normaliseIdentity } from "../offer/identity";
import type { Me, Share } from "../settings/share";
import type { QuestionValue } from "../ticket/presets/preset";
import type { Person, Ticket } from "../ticket/ticket";

/** What travels to the scheduler, in its own words; every scheduler writes it into its own parameters. */
export const Prefill = z.object({
  name: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  guests: z.array(z.string()),
  notes: z.nullable(z.string()),
  metadata: z.record(z.string(), z.string()),
  /** Answers to custom booking questions, by slug. */
  questions: z.record(z.string(), z.string()),
});
export type Prefill = z.infer<typeof Prefill>;

/** What decides about a prefill besides the ticket. */
export interface PrefillOptions {
  share: Share;
  me: Me;
  /** Custom booking questions of this portal, by slug. */
  questions: Readonly<Record<string, QuestionValue>>;
  /** The first line of the notes, in the language of the browser: "Regarding Ticket #123 — Subject". */
  regarding(kind: Ticket["kind"], number: string, subject: string | null): string;
  /** The line of the notes that names who is invited, where no address is known: "With Ada Visitor". */
  invited(name: string): string;
}

const MAX_METADATA = 500; // characters; Cal.com refuses longer values

/** The prefill when there is no ticket ("try it" in the options). */
export function prefillWithoutTicket(me: Me): Prefill {
  const { name, email, phone } = attendee(null, null, me);
  return { name, email, phone, guests: [], notes: null, metadata: {}, questions: {} };
}

/**
 * What the scheduler is told about a ticket: only what `share` allows (design.md 3.4).
 *
 * The attendee is whoever the call is for: on an agent's page the requester, on a customer's page the person who is
 * signed in; own data (`me`) completes or replaces what the page does not print. In the viewer's own calendar
 * (`callWith: "me"`) it is the page's person whom the viewer invites; without an address, the notes name that person.
 */
export function buildPrefill(ticket: Ticket, options: PrefillOptions): Prefill {
  const { share, me, questions, regarding, invited } = options;
  const requester = share.requester ? ticket.requester : null;
  const invites = ticket.callWith === "me";
  const { name, email, phone } = invites
    ? attendee(requester?.email ? requester : null, null, me)
    : ticket.audience === "customer"
      ? attendee(ticket.viewer, requester, me)
      : attendee(requester, ticket.viewer, me);
  const named = invites && !requester?.email ? (requester?.name ?? requester?.login ?? null) : null;

  const subject = share.subject ? ticket.subject : null;
  const heading = share.number ? regarding(ticket.kind, ticket.number, subject) : subject;
  const url = share.ticketLink ? ticket.url : null;
  const answers: Record<QuestionValue, string | null> = {
    number: share.number ? ticket.number : null,
    subject,
    url,
    title: share.number && subject ? `${ticket.number} - ${subject}` : subject,
  };

  return {
    name,
    email,
    phone,
    guests: share.watchers ? watchersBut(email, ticket.watchers) : [],
    notes: [heading, named && invited(named), url].filter((line) => line !== null).join("\n") || null,
    metadata: known({
      ticketId: share.number ? ticket.id : null,
      ticketNumber: share.number ? ticket.number : null,
      ticketUrl: url,
      portal: ticket.portal,
      callerName: invites ? me.name : null,
      callerEmail: invites ? me.email : null,
    }),
    questions: known(
      Object.fromEntries(Object.entries(questions).map(([slug, value]) => [slug, answers[value]])),
    ),
  };
}

function attendee(first: Person | null, second: Person | null, me: Me) {
  const own: Person = {
    name: me.name || null,
    email: me.email || null,
    phone: me.phone || null,
    login: null,
  };
  const person = [first, own, second].find((candidate) => candidate?.email) ?? first ?? own;
  // Never one person's name with another one's address.
  return { name: person.name, email: person.email, phone: person.phone };
}

function watchersBut(email: string | null, watchers: readonly Person[]): string[] {
  const addresses = watchers.map((watcher) => watcher.email).filter((address) => address !== null);
  const guests = new Map(addresses.reverse().map((address) => [normaliseIdentity(address), address]));
  if (email) guests.delete(normaliseIdentity(email));
  return [...guests.values()].reverse();
}

function known(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value ? [[key, value.slice(0, MAX_METADATA)]] : [])),
  );
}
