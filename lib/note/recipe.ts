import * as z from "zod/mini";
import type { Known } from "../settings/known";
import { HeaderSource, JsonPointer } from "../ticket/lookup/lookup";
import { TicketStatus } from "./status";

const selector = z.string().check(z.minLength(1), z.maxLength(500));
const headerName = z.string().check(z.regex(/^[A-Za-z][\w-]{0,60}$/));
/** Notes go to the portal alone. Placeholders as in a lookup's address. */
const path = z
  .string()
  .check(z.maxLength(1000), z.regex(/^\/(?![/\\])/, { error: "not-a-path-of-the-portal" }));

const NoteHeader = z.union([
  HeaderSource,
  /** From the answer to `first`: its JSON, or one of its headers. */
  z.looseObject({ answer: JsonPointer }),
  z.looseObject({ answerHeader: headerName }),
]);

const NoteRequest = z.looseObject({
  method: z.enum(["POST", "PUT", "PATCH"]),
  url: path,
  headers: z.optional(z.record(headerName, NoteHeader)),
  /**
   * The body, sent as JSON. In its texts `{text}` stands for the note, `{html}` for the note as HTML, and other
   * placeholders as in the address, without encoding.
   */
  json: z.record(z.string(), z.unknown()),
  /** The statuses of an answer that say that the note is there. */
  success: z.array(z.int().check(z.gte(200), z.lte(299))).check(z.minLength(1)),
});
export type NoteRequest = Omit<Known<z.infer<typeof NoteRequest>>, "headers"> & {
  headers?: Record<string, HeaderSource | { answer: string } | { answerHeader: string }> | undefined;
};

const StatusRecipe = z.looseObject({
  /** The portal tells which statuses the ticket can have next. */
  ask: z.optional(
    z.looseObject({
      url: path,
      headers: z.optional(z.record(headerName, HeaderSource)),
      /** Leads to them, one by one; what has no `value` is none. */
      each: JsonPointer,
      value: JsonPointer,
      name: z.optional(JsonPointer),
      /** Leads to the present status, in the same form as `value`, where an answer to `set` does not tell. */
      now: z.optional(JsonPointer),
    }),
  ),
  /** They are the same in every installation. */
  fixed: z.optional(z.array(TicketStatus)),
  /** `{status}` stands for the value. */
  set: NoteRequest,
});
export type StatusRecipe = Omit<Known<z.infer<typeof StatusRecipe>>, "set" | "ask"> & {
  ask?: Known<NonNullable<z.infer<typeof StatusRecipe>["ask"]>> | undefined;
  set: NoteRequest;
};

const NoteByRequest = z.looseObject({
  /** Asked before, for what the headers need of its answer. */
  first: z.optional(z.looseObject({ url: path, headers: z.optional(z.record(headerName, HeaderSource)) })),
  internal: NoteRequest,
  /** The same for a text that customers see. */
  public: z.optional(NoteRequest),
  /** How the ticket's status is changed, where a person wants that with a note. */
  status: z.optional(StatusRecipe),
});
export type NoteByRequest = Omit<Known<z.infer<typeof NoteByRequest>>, "internal" | "public" | "status"> & {
  internal: NoteRequest;
  public?: NoteRequest | undefined;
  status?: StatusRecipe | undefined;
};

const NoteByBox = z.looseObject({
  /** The portal's own boxes for a note: text fields, or editors. All that are there are filled. */
  box: selector,
  /** Clicked first where the box is not shown. */
  open: z.optional(selector),
  /** The tick box that keeps a note from customers. */
  private: z.optional(selector),
  /** Customers never see what is written here. */
  alwaysInternal: z.optional(z.boolean()),
});
export type NoteByBox = Known<z.infer<typeof NoteByBox>>;

/**
 * How a note gets onto a ticket: by a request of the portal's own page, with the session of whoever is signed in, or by
 * filling the portal's note box, which the person then sends.
 */
export const NoteRecipe = z.union([NoteByRequest, NoteByBox]);
export type NoteRecipe = NoteByRequest | NoteByBox;
