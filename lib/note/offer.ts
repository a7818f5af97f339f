import * as z from "zod/mini";
import { SessionId } from "../booking/session-id";
import { marks } from "../booking/store/booking";
import { Ticket } from "../ticket/ticket";

const page = z.object({ ticket: Ticket, preset: z.nullable(z.string()), tab: z.number() });

/**
 * About which call a note is: the one of a booking page's session, the one booked last for the ticket of a tab, or the
 * one of a call brief, with what became of it.
 */
export const NoteAbout = z.union([
  z.object({ session: SessionId }),
  z.object({
    booking: z.uuid(),
    mark: z.enum(marks),
    /** The tab that shows its ticket; `null`: none does. */
    page: z.nullable(page),
  }),
  page,
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
  /** Whether the ticket's status can be set with it. */
  canSetStatus: boolean;
  /** Whether there is a note about this call already, or may be one. */
  noted: "written" | "unknown" | null;
}
