import { type IDBPDatabase, openDB } from "idb";
import * as z from "zod/mini";

const STORE = "attempts";
const KEEP_DAYS = 90; // as long as Calendly keeps a link that nobody uses

/** A booking that somebody began: a link was made, or a time was sent. */
export const Attempt = z.object({
  /** The booking session, or a random id. */
  id: z.string(),
  account: z.string(),
  technician: z.string(),
  /** Whom it is for. */
  attendee: z.object({ name: z.string(), email: z.string(), notes: z.string() }),
  ticket: z.nullable(z.object({ number: z.string(), subject: z.nullable(z.string()) })),
  /** The kind of call, by the scheduler's id and name. */
  type: z.object({ id: z.string(), name: z.string() }),
  /** The time that was chosen, if one was. */
  start: z.nullable(z.string()),
  /** The link that ends after one booking, with what it is filled in with. */
  link: z.nullable(z.string()),
  startedAt: z.string(),
  booked: z.boolean(),
});
export type Attempt = z.infer<typeof Attempt>;

/** Keeps an attempt, over an older one of the same id; what is older than 90 days goes. */
export function keepAttempt(attempt: Attempt, now = new Date()): Promise<void> {
  return withStore(async (database) => {
    const oldest = new Date(now.getTime() - KEEP_DAYS * 24 * 3600_000).toISOString();
    for (const { id, startedAt } of await all(database)) {
      if (startedAt < oldest) await database.delete(STORE, id);
    }
    await database.put(STORE, attempt, attempt.id);
  });
}

/** The call of an attempt was booked, or taken back. */
export function markAttempt(id: string, booked: boolean): Promise<void> {
  return withStore(async (database) => {
    const attempt = Attempt.safeParse(await database.get(STORE, id)).data;
    if (attempt) await database.put(STORE, { ...attempt, booked }, id);
  });
}

/** The attempts that ended in no booking, the latest first. */
export function unfinishedAttempts(): Promise<Attempt[]> {
  return withStore(async (database) =>
    (await all(database))
      .filter(({ booked }) => !booked)
      .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)),
  );
}

export function removeAttempt(id: string): Promise<void> {
  return withStore((database) => database.delete(STORE, id));
}

async function all(database: IDBPDatabase): Promise<Attempt[]> {
  const values: unknown[] = await database.getAll(STORE);
  return values.flatMap((value) => Attempt.safeParse(value).data ?? []);
}

/** Names, addresses and links that book: beside the tokens, where content scripts and pages cannot reach. */
async function withStore<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB("callcard-attempts", 1, {
    upgrade: (created) => void created.createObjectStore(STORE),
  });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
