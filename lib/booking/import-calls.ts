import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { ticketOfKey } from "./outcome";
import { projectChanges } from "./projection";
import { bookings } from "./store/bookings";

const instant = z.iso.datetime({ offset: true });

/** A booked call as versions before the store kept it, under its ticket's key. */
const Call = z.object({
  session: z.uuid(),
  start: z.nullable(instant),
  end: z.nullable(instant),
  status: z.enum(["accepted", "pending"]),
  paymentRequired: z.boolean(),
  timeZone: z.nullable(z.string()),
  technician: z.object({ email: z.string(), name: z.string() }),
  bookedAt: instant,
});

/** Takes over the booked calls of versions before the store. Twice does no harm: the session's id becomes the booking's. */
export async function importCalls(now: Date): Promise<void> {
  for (const [key, raw] of Object.entries(await browser.storage.local.get(null))) {
    const ticket = ticketOfKey(key);
    if (!ticket || !Array.isArray(raw)) continue;
    for (const entry of raw) {
      const call = "id" in Object(entry) ? undefined : Call.safeParse(entry).data;
      if (call) await importCall(ticket, call);
    }
  }
  await projectChanges(now);
}

async function importCall(
  { portal, id }: { portal: string; id: string },
  { session, technician, bookedAt, ...told }: z.infer<typeof Call>,
): Promise<void> {
  const created = {
    id: session,
    scheduler: "",
    link: "", // was not kept
    portal,
    ticket: { id, number: id, subject: null, url: null },
    technician,
    attendee: { name: null, email: null },
    source: "here",
  } as const;
  await bookings.create(created, [{ what: "booked", outcome: { uid: null, ...told } }], new Date(bookedAt));
}
