import type { IDBPObjectStore } from "idb";
import { beginQueueing, noteLost } from "../automation/queueing";
import { bookedKey } from "../outcome";
import { Booking, type NewBooking } from "./booking";
import { type BookingsSchema, withDatabase } from "./database";
import { MOST_WAITING } from "./outbox";
import { outgoing, outgoingEvents } from "./outgoing";
import { type Row, rowOf, uidKey } from "./row";

/** The rows of the database, in the transaction of a change. */
type Rows = IDBPObjectStore<
  BookingsSchema,
  ["bookings", "broken", "unprojected", "outbox"],
  "bookings",
  "readwrite"
>;

/** Finds the booking with a uid, or else with the id of a new one. */
export function byUidOrId({ id, scheduler }: NewBooking, uid: string | null) {
  return async (rows: Rows) =>
    (uid === null ? undefined : await rows.index("uids").get(uidKey(scheduler, uid))) ?? (await rows.get(id));
}

/**
 * Reads and writes one booking in one transaction. What the outside is to be told of it is queued in the same
 * transaction.
 */
export async function write<T extends Booking | null>(
  find: (rows: Rows) => Promise<Row | undefined>,
  decide: (found: Booking | null) => T,
): Promise<T> {
  const isTold = await beginQueueing();
  let lost = 0;
  const written = await withDatabase(async (database) => {
    const writing = database.transaction(["bookings", "broken", "unprojected", "outbox"], "readwrite");
    writing.done.catch(() => undefined); // what a request throws comes first
    const store = writing.objectStore("bookings");
    const raw = await find(store);
    const found = Booking.safeParse(raw).data ?? null;
    const decided = decide(found);
    if (decided && decided !== found) {
      if (raw && !found) await writing.objectStore("broken").add(raw);
      if (raw && raw.id !== decided.id && !found) await store.delete(raw.id);
      await store.put(rowOf(decided));
      await note(writing.objectStore("unprojected"), decided);
      const outbox = writing.objectStore("outbox");
      for (const event of isTold ? outgoingEvents(decided, found?.history.length ?? 0) : []) {
        if ((await outbox.count()) < MOST_WAITING) await outbox.add(outgoing(event));
        else lost++;
      }
    }
    await writing.done;
    return decided;
  });
  if (lost > 0) await noteLost(lost);
  tell();
  return written;
}

/** Notes in the same transaction that a ticket's card has to be made anew. */
export function note(
  unprojected: { put(value: string, key: string): Promise<unknown> },
  { portal, ticket }: Pick<Booking, "portal" | "ticket">,
): Promise<unknown> {
  return unprojected.put(crypto.randomUUID(), bookedKey(portal, ticket.id));
}

/** The channel on which every change is told to the other pages of the extension. */
export const channel = "callcard-bookings";

/** Tells the other pages of the extension that something has changed. */
export function tell(): void {
  const speaking = new BroadcastChannel(channel);
  speaking.postMessage(null);
  speaking.close();
}
