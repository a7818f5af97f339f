import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { Ticket } from "../ticket/ticket";

/** The ticket page that a booking session was opened on, for the note after it. */
const NoteTarget = z.object({
  ticket: Ticket,
  preset: z.nullable(z.string()),
  tab: z.number(),
  attendee: z.string(),
});
export type NoteTarget = z.infer<typeof NoteTarget>;

const key = (session: string) => `note:${session}`;

/** Keeps the target of a session as long as the browser runs: its window may outlive the dialog. */
export async function keepNoteTarget(session: string, target: NoteTarget): Promise<void> {
  await browser.storage.session.set({ [key(session)]: target });
}

export async function findNoteTarget(session: string): Promise<NoteTarget | null> {
  return NoteTarget.safeParse((await browser.storage.session.get(key(session)))[key(session)]).data ?? null;
}
