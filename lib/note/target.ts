import * as z from "zod/mini";
import { Ticket } from "../ticket/ticket";

/** The ticket page that a booking session was opened on, for the note after it. Ends with the session. */
export const NoteTarget = z.object({
  ticket: Ticket,
  preset: z.nullable(z.string()),
  tab: z.number(),
  attendee: z.string(),
});
export type NoteTarget = z.infer<typeof NoteTarget>;
