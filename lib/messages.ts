import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { Outcome } from "./booking/outcome";
import { SessionId } from "./booking/session-id";
import type { NoOffer } from "./offer/resolve";
import { Technician } from "./offer/technician";
import { Prefill } from "./scheduler/prefill";
import { Ticket } from "./ticket/ticket";

/** Every message between the parts, a sentence each. All of them are parsed by who receives them. */

const sessionId = SessionId;
const theme = z.enum(["light", "dark"]);

/** How far the booking page got. `cause` of a failure: silence for 10 s, or a code that the scheduler sent. */
export const BookingState = z.union([
  z.object({ step: z.literal("started") }),
  z.object({ step: z.literal("ready") }),
  z.object({
    step: z.literal("failed"),
    cause: z.enum(["silence", "offline", "refused"]),
    code: z.nullable(z.string()),
  }),
  z.object({ step: z.literal("booked"), outcome: Outcome }),
  z.object({ step: z.literal("cancelled") }),
]);
export type BookingState = z.infer<typeof BookingState>;

/** What the booking page gets when it claims its session. */
export const BookingSession = z.object({
  ticket: z.nullable(z.object({ number: z.string(), subject: z.nullable(z.string()) })),
  technician: z.object({ email: z.string(), name: z.string() }),
  link: z.string(),
  prefill: Prefill,
  theme,
  rung: z.enum(["frame", "window"]),
});
export type BookingSession = z.infer<typeof BookingSession>;

/** To the background. */
export const BackgroundMessage = z.discriminatedUnion("type", [
  /** Overlay: the person clicked; resolve once more and open a session for the dialog's frame. */
  z.object({ type: z.literal("openBooking"), ticket: Ticket, preset: z.nullable(z.string()), theme }),
  /** Overlay or booking page: the frame did not work; open the same booking in a window of its own. */
  z.object({ type: z.literal("openBookingWindow"), session: sessionId }),
  /** Options: open a technician's calendar without a ticket. */
  z.object({ type: z.literal("tryLink"), technician: Technician, theme }),
  /** Booking page: hand me the session of this id; answered once a frame. */
  z.object({ type: z.literal("claimSession"), session: sessionId }),
  /** Booking page: how far I got. */
  z.object({ type: z.literal("bookingState"), session: sessionId, state: BookingState }),
  /** Overlay: the dialog was closed; forget its session. */
  z.object({ type: z.literal("closeBooking"), session: sessionId }),
  /** Popup: add this site as a portal. The popup itself may be closed by the browser's prompt at any moment. */
  z.object({ type: z.literal("addPortal"), origin: z.url() }),
]);
export type BackgroundMessage = z.infer<typeof BackgroundMessage>;

/** What the background answers. */
export interface BackgroundAnswers {
  openBooking:
    | { kind: "opened"; session: string; technician: string; plainLink: string }
    | ({ kind: "none" } & NoOffer);
  openBookingWindow: { opened: boolean };
  tryLink: { opened: boolean };
  claimSession: BookingSession | null;
  bookingState: null;
  closeBooking: null;
  addPortal: null;
}

/** To the overlay of one tab. */
export const OverlayMessage = z.discriminatedUnion("type", [
  /** Background: how far the booking page of a session got. */
  z.object({ type: z.literal("bookingProgress"), session: sessionId, state: BookingState }),
  /** Background: portals or permissions have changed; these origins are left. */
  z.object({ type: z.literal("grantedOrigins"), origins: z.array(z.string()) }),
  /** Popup: what is on this page? Answered by a `PageReport`. */
  z.object({ type: z.literal("describePage") }),
]);
export type OverlayMessage = z.infer<typeof OverlayMessage>;

/** How the rows of a list fare. Only rows that were in view are looked at. */
export const RowsReport = z.object({
  total: z.number(),
  seen: z.number(),
  buttons: z.number(),
  /** Rows without a button, by why (`NoOffer` of lib/offer/resolve.ts). */
  reasons: z.record(z.string(), z.number()),
});
export type RowsReport = z.infer<typeof RowsReport>;

/** What the popup is told about a page. */
export const PageReport = z.object({
  portal: z.object({ id: z.string(), name: z.string() }),
  /** Name of the product, where it is known. */
  preset: z.nullable(z.string()),
  ticket: z.nullable(Ticket),
  offer: z.nullable(z.object({ technician: Technician, plainLink: z.string(), matchedBy: z.string() })),
  /** Why there is no card; `null` when there is one. */
  reason: z.nullable(z.looseObject({ reason: z.string() })),
  /** `null` on pages that are no lists. */
  rows: z.nullable(RowsReport),
});
export type PageReport = z.infer<typeof PageReport>;

/** Sends to the background and waits for its answer. */
export function sendToBackground<M extends BackgroundMessage>(
  message: M,
): Promise<BackgroundAnswers[M["type"]]> {
  return browser.runtime.sendMessage(message) as Promise<BackgroundAnswers[M["type"]]>;
}
