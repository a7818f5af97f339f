import * as z from "zod/mini";
import { SessionId } from "../booking/session-id";
import { Ticket } from "../ticket/ticket";

/** About which call a note is: the one of a booking page's session, or the one booked last for the ticket of a tab. */
export const NoteAbout = z.union([
  z.object({ session: SessionId }),
  z.object({ ticket: Ticket, preset: z.nullable(z.string()), tab: z.number() }),
]);
export type NoteAbout = z.infer<typeof NoteAbout>;

/** What can be done about a note for a call. */
export interface NoteOffer {
  /** The text that is proposed. */
  text: string;
  /** `write`: the portal takes it; `fill`: it goes into the portal's note box; `copy`: only by hand. */
  how: "write" | "fill" | "copy";
  /** Whether a text that customers see can be chosen. */
  canBePublic: boolean;
  /** Whether there is a note about this call already, or may be one. */
  noted: "written" | "unknown" | null;
}
