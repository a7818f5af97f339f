import * as z from "zod/mini";

/**
 * Why something left the browser. `calendar`: a calendar was opened, in the page or in a window; `tab`: by its plain link;
 * `copied`: its link was taken along, and leaves when it is pasted; `change`: the scheduler's page of a booked call;
 * `join`: the place of a call; `api`: a request to a scheduler's interface; `lookup`: the question who is in charge;
 * `note`: a note written onto its ticket; `mail`: a draft handed to the mail program; `webhook`: told to somebody's service.
 */
export const purposes = [
  "calendar",
  "tab",
  "copied",
  "change",
  "join",
  "api",
  "lookup",
  "note",
  "mail",
  "webhook",
] as const;
export const Purpose = z.enum(purposes);
export type Purpose = z.infer<typeof Purpose>;

/** One thing that was sent. `null`: it was sent, and its value is not kept: a secret, or another one each time. */
export const LedgerField = z.object({ name: z.string(), value: z.nullable(z.string()) });
export type LedgerField = z.infer<typeof LedgerField>;

/** What leaves the browser because of CallCard. */
export interface Leaving {
  /** With its port, where it is not the usual one. */
  host: string;
  purpose: Purpose;
  /** Method and path of a request; left out for pages. */
  request?: string;
  /** About which ticket: the portal's id, and the number that people see. */
  ticket?: { portal: string; number: string } | null;
  fields: readonly LedgerField[];
  /** A question that is asked again and again: equal ones of a day are one entry. Not for what people wrote. */
  repeats?: boolean;
}

/** An entry of the ledger. */
export const LedgerEntry = z.object({
  id: z.uuid(),
  /** The first time, and the last one where it was counted. */
  at: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  count: z.number(),
  host: z.string(),
  purpose: Purpose,
  request: z.nullable(z.string()),
  ticket: z.nullable(z.object({ portal: z.string(), number: z.string() })),
  fields: z.array(LedgerField),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;
