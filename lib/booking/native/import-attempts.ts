import { deleteDB, openDB } from "idb";
import * as z from "zod/mini";
import { calComTicket } from "../../scheduler/account/cal-com-bookings";
import { calendlyTicket } from "../../scheduler/account/calendly-bookings";
import { accounts } from "../../settings/accounts";
import type { NewBooking } from "../store/booking";
import { bookings } from "../store/bookings";

const NAME = "callcard-attempts";

/** A booking that somebody began, as versions before kept it in a database of its own. */
const Old = z.object({
  id: z.string(),
  account: z.string(),
  technician: z.string(),
  attendee: z.object({ name: z.string(), email: z.string(), notes: z.string() }),
  ticket: z.nullable(z.object({ number: z.string(), subject: z.nullable(z.string()) })),
  type: z.object({ id: z.string(), name: z.string() }),
  start: z.nullable(z.string()),
  link: z.nullable(z.string()),
  startedAt: z.iso.datetime(),
  booked: z.boolean(),
});
type Old = z.infer<typeof Old>;

/**
 * Takes over what was started and not booked from the database that older versions had, and removes it then. Cut short, it
 * begins again at the next start: an attempt's id becomes its booking's.
 */
export async function importAttempts(): Promise<void> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes(NAME)) return;
  const database = await openDB(NAME, 1, { upgrade: (made) => void made.createObjectStore("attempts") });
  const rows: unknown[] = await database.getAll("attempts");
  database.close();
  for (const row of rows) {
    const old = Old.safeParse(row).data;
    if (old && !old.booked) await importAttempt(old);
  }
  await deleteDB(NAME);
}

async function importAttempt(old: Old): Promise<void> {
  const { account, type, start, link, attendee } = old;
  const created = await bookingOf(old);
  const attempt = { account, type, start, link, notes: attendee.notes };
  const person = { name: attendee.name || null, email: attendee.email || null };
  await bookings.create(created, [{ what: "begun", attempt, attendee: person }], new Date(old.startedAt));
}

/** Portal and ticket's id were not kept; the link says them, where there is one. */
async function bookingOf({ id, account, technician, attendee, ticket, link }: Old): Promise<NewBooking> {
  const known = (await accounts.read()).find((one) => one.id === account);
  const named = link === null ? null : namedIn(new URL(link));
  const number = ticket?.number ?? "";
  return {
    id: z.uuid().safeParse(id).data ?? crypto.randomUUID(),
    scheduler: known?.scheduler ?? "",
    link: known?.owner.link ?? "",
    portal: named?.portal ?? "",
    ticket: { id: named?.id ?? number, number, subject: ticket?.subject ?? null, url: named?.url ?? null },
    technician: { email: known?.owner.email ?? "", name: technician },
    attendee: { name: attendee.name || null, email: attendee.email || null },
    source: "here",
  };
}

function namedIn({ searchParams }: URL) {
  const pairs = [...searchParams];
  const metadata = pairs.flatMap(([key, value]) => {
    const [, name] = /^metadata\[(.+)\]$/.exec(key) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return calComTicket(Object.fromEntries(metadata)) ?? calendlyTicket(Object.fromEntries(pairs));
}
