import { sendToBackground } from "../../lib/messages";
import { performNote, statusesOf } from "../../lib/note/perform-note";
import type { NoteResult } from "../../lib/note/result";
import type { TicketStatus } from "../../lib/note/status";
import { isStillAt, type Reading } from "./read-page";

/**
 * Writes the note that a permit stands for. What the page's form holds comes first: with unsaved input nothing is asked
 * of the background and nothing is done.
 */
export async function writeNote(
  permit: string,
  reading: Reading,
  hasUnsavedInput: () => boolean,
): Promise<NoteResult> {
  const url = new URL(location.href);
  const { ticket, portal, preset } = reading;
  if (!ticket || !isStillAt(reading, url)) return { kind: "no-page" };
  if (hasUnsavedInput()) return { kind: "unsaved" };
  const note = await sendToBackground({ type: "redeemNote", permit });
  if (note?.ticket !== ticket.id || note.portal !== portal.id) return { kind: "no-page" };
  return performNote({ document, url, portal, preset, number: ticket.number }, note);
}

/** The statuses that the ticket of this page can have next; `null` where they are not told. */
export async function statusesNow({ ticket, portal, preset }: Reading): Promise<TicketStatus[] | null> {
  const url = new URL(location.href);
  return ticket && statusesOf({ document, url, portal, preset, number: ticket.number });
}
