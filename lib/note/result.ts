import * as z from "zod/mini";
import { StatusResult } from "./status";

/** What came of a note. */
export const NoteResult = z.union([
  /** `status`: what came of the status, where one was to be set. */
  z.object({ kind: z.literal("written"), status: z.optional(StatusResult) }),
  z.object({
    kind: z.enum([
      /** The page has input that is not saved; nothing was done. */
      "unsaved",
      "not-signed-in",
      /** The portal knows no such ticket. */
      "gone",
      "offline",
      /** The page has no box for notes: the person may not write any. */
      "no-box",
      /** The ticket is not open in that tab any more. */
      "no-page",
      /** The note of this call is there already. */
      "already",
      /** The request was sent, and what became of it is not known: it is not sent again. */
      "unknown",
    ]),
  }),
  /** It stands in the portal's note box. `internal`: customers will not see it. */
  z.object({ kind: z.literal("filled"), internal: z.boolean() }),
  z.object({ kind: z.literal("refused"), status: z.number() }),
]);
export type NoteResult = z.infer<typeof NoteResult>;

/** Who can read a note. */
export const Visibility = z.enum(["internal", "public"]);
export type Visibility = z.infer<typeof Visibility>;

/** Longest note, in characters. */
export const MAX_NOTE_LENGTH = 4000;
