import { browser } from "wxt/browser";
import * as z from "zod/mini";
import type { GuardNote } from "./booking/guard";
import { Guest } from "./booking/guests";
import { steps } from "./booking/insights/counter";
import type { Asked } from "./booking/native/problem";
import { NativeFlow } from "./booking/native/session";
import { instant, Outcome } from "./booking/outcome";
import { SessionId } from "./booking/session-id";
import type { Synced } from "./booking/sync/synced";
import { LedgerField } from "./ledger/leaving";
import { NoteAbout, type NoteOffer } from "./note/offer";
import type { ConfirmedNote } from "./note/permit";
import { MAX_NOTE_LENGTH, type NoteResult, Visibility } from "./note/result";
import { TicketStatus } from "./note/status";
import type { NoOffer } from "./offer/resolve";
import { Technician } from "./offer/technician";
import type { MeetingType } from "./scheduler/account/account";
import { ManageAction } from "./scheduler/manage-link";
import { Prefill } from "./scheduler/prefill";
import type { Scheduler } from "./scheduler/scheduler";
import { Attendee } from "./scheduler/slots/attendee";
import { FieldReport } from "./ticket/explain-reading";
import { LookupReport } from "./ticket/lookup/describe-lookup";
import type { Fetched } from "./ticket/lookup/fetch-json";
import { PageDefinition } from "./ticket/page-definition";
import { TicketMessage } from "./ticket/read-messages";
import { Draft } from "./ticket/teach/draft";
import { MAX_URL_LENGTH, Ticket } from "./ticket/ticket";

/** Every message between the parts, a sentence each. All of them are parsed by who receives them. */

const sessionId = SessionId;
const theme = z.enum(["light", "dark"]);
const missing = z.enum(["ticket", "assignee"]);

/**
 * How far the booking page got. `cause` of a failure: silence for 10 s, or for 4 s after the frame's load event (code
 * "after-load", as of a frame that the browser blocks), or a code that the scheduler sent.
 */
export const BookingState = z.union([
  z.object({ step: z.literal("started") }),
  z.object({ step: z.literal("ready") }),
  /** It asks who comes along, before it opens the calendar. */
  z.object({ step: z.literal("asking") }),
  z.object({
    step: z.literal("failed"),
    cause: z.enum(["silence", "offline", "refused"]),
    code: z.nullable(z.string()),
  }),
  z.object({ step: z.literal("booked"), outcome: Outcome }),
  z.object({ step: z.literal("rescheduled"), outcome: Outcome }),
  z.object({ step: z.literal("cancelled") }),
]);
export type BookingState = z.infer<typeof BookingState>;

/** What the booking page gets when it claims its session. */
export const BookingSession = z.object({
  ticket: z.nullable(z.object({ number: z.string(), subject: z.nullable(z.string()) })),
  technician: z.object({ email: z.string(), name: z.string() }),
  link: z.string(),
  /** Id of the link's scheduler. */
  scheduler: z.string(),
  prefill: Prefill,
  theme,
  rung: z.enum(["frame", "window"]),
  /** How a time can be chosen in CallCard itself; `null`: only on the scheduler's own page. */
  native: z.nullable(NativeFlow),
  /** It opens the scheduler's page of a call that is booked, for this; the link holds the call's uid. */
  manages: z.nullable(ManageAction),
  /** Watchers who would be invited; to be shown before the calendar is opened. */
  guests: z.array(Guest),
});
export type BookingSession = z.infer<typeof BookingSession>;

/** To the background. */
export const BackgroundMessage = z.discriminatedUnion("type", [
  /** Overlay: the person clicked; resolve once more and open a session for the dialog's frame. */
  z.object({ type: z.literal("openBooking"), ticket: Ticket, preset: z.nullable(z.string()), theme }),
  /** Overlay: the frame did not work, as if the portal blocked it; open the same booking in a window of its own. */
  z.object({ type: z.literal("openBookingWindow"), session: sessionId, frameBlocked: z.boolean() }),
  /** Options: open a technician's calendar without a ticket. */
  z.object({ type: z.literal("tryLink"), technician: Technician, theme }),
  /** Booking page: hand me the session of this id; answered once a frame, which `claim` stands for. */
  z.object({ type: z.literal("claimSession"), session: sessionId, claim: z.uuid() }),
  /** Booking page: these of the session's guests are invited, and no others. */
  z.object({ type: z.literal("chooseGuests"), session: sessionId, emails: z.array(z.string()) }),
  /** Booking page: this address of a calendar is opened now, in my frame. */
  z.object({ type: z.literal("calendarOpened"), session: sessionId, url: z.url() }),
  /** Overlay, booking page: the person opens or copies the plain link; `url` counts from the booking page alone. */
  z.object({
    type: z.literal("linkTaken"),
    session: sessionId,
    how: z.enum(["tab", "copied"]),
    url: z.nullable(z.url()),
  }),
  /** Overlay: the person takes a draft for the ticket's watchers along. */
  z.object({ type: z.literal("draftTaken"), number: z.string(), fields: z.array(LedgerField) }),
  /** Booking page: how far I got. */
  z.object({ type: z.literal("bookingState"), session: sessionId, state: BookingState }),
  /** Overlay, options, popup: join, move or cancel a booked call, or hand me its calendar file. */
  z.object({
    type: z.literal("manageBooking"),
    booking: z.uuid(),
    action: z.enum(["join", "reschedule", "cancel", "calendar"]),
    theme,
  }),
  /** Overlay: show all calls of this ticket of my portal, in the options. */
  z.object({ type: z.literal("showBookings"), ticket: z.string().check(z.maxLength(500)) }),
  /** Overlay: the person says that the call is booked, where the scheduler does not; `null`: for a time unknown. */
  z.object({ type: z.literal("bookedByHand"), session: sessionId, start: z.nullable(instant) }),
  /** Overlay: the person says when a call takes place that was booked for a time unknown. */
  z.object({ type: z.literal("tellCallTime"), ticket: z.string(), call: z.uuid(), start: instant }),
  /** Overlay: what is this ticket's link, with prefill? `copied`: the person takes it along, so keep in mind for whom. */
  z.object({
    type: z.literal("linkOf"),
    ticket: Ticket,
    preset: z.nullable(z.string()),
    copied: z.boolean(),
  }),
  /** Booking page: which kinds of call does the session's link offer? */
  z.object({ type: z.literal("listMeetingTypes"), session: sessionId }),
  /** Booking page: which times are free for a kind of call, from a day to another one (ISO 8601)? */
  z.object({
    type: z.literal("findSlots"),
    session: sessionId,
    meetingType: z.string(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
  }),
  /** Booking page: book this slot. */
  z.object({
    type: z.literal("bookSlot"),
    session: sessionId,
    meetingType: z.string(),
    start: z.iso.datetime({ offset: true }),
    attendee: Attendee,
    timeZone: z.string(),
  }),
  /** Booking page: make a link that ends after one booking, filled in; `start`: the time that was chosen. */
  z.object({
    type: z.literal("makeLink"),
    session: sessionId,
    meetingType: z.string(),
    start: z.nullable(z.iso.datetime({ offset: true })),
    /** Whom it is for; `null` where nobody is known. */
    attendee: z.nullable(Attendee),
    timeZone: z.string(),
  }),
  /** Overlay: count that this technician's card was shown, or that its calendar was opened; once a ticket and visit. */
  z.object({
    type: z.literal("countCard"),
    step: z.enum(steps),
    technician: z.string().check(z.maxLength(254)),
  }),
  /** Overlay: the dialog was closed; forget its session. */
  z.object({ type: z.literal("closeBooking"), session: sessionId }),
  /** Options: ask the accounts now which bookings have changed. */
  z.object({ type: z.literal("lookAtAccounts") }),
  /** Overlay: this page shows the product of its portal, whose tickets stand in frames. */
  z.object({ type: z.literal("presetRecognised"), preset: z.string().check(z.maxLength(60)) }),
  /** Overlay: make this request of my ticket's lookup, which goes to another site. Its address is found by the background. */
  z.object({
    type: z.literal("lookUp"),
    url: z.url().check(z.maxLength(MAX_URL_LENGTH)),
    preset: z.nullable(z.string()),
    number: z.string().check(z.maxLength(500)),
    hop: z.enum(["first", "then"]),
    /** The first answer, for the second hop. */
    first: z.optional(z.unknown()),
  }),
  /** Popup: add this site as a portal. The popup itself may be closed by the browser's prompt at any moment. */
  z.object({ type: z.literal("addPortal"), origin: z.url() }),
  /** Overlay: this page's fields are found by their labels; put the label reader into my frame. */
  z.object({ type: z.literal("loadLabels") }),
  /** Overlay: this looks like a ticket of a page definition that no longer finds what it should. */
  z.object({ type: z.literal("pageChanged"), preset: z.nullable(z.string()), page: z.string(), missing }),
  /** Overlay: a page definition that had stopped finding its fields finds them again. */
  z.object({ type: z.literal("pageWorks"), page: z.string() }),
  /** Popup (a tab) or options (a portal): let the person show where things stand. */
  z.object({
    type: z.literal("startTeaching"),
    where: z.union([z.object({ tab: z.number() }), z.object({ portal: z.string() })]),
  }),
  /** Booking page, popup, call brief: may a note about this call go onto its ticket? */
  z.object({ type: z.literal("findNote"), about: NoteAbout }),
  /** Booking page, popup, call brief: the person has confirmed this note; let the overlay write it. */
  z.object({
    type: z.literal("writeNote"),
    about: NoteAbout,
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_NOTE_LENGTH)),
    visibility: Visibility,
    /** Set on the ticket after the note; `null`: it stays as it is. */
    status: z.nullable(TicketStatus),
  }),
  /** Booking page, popup: which statuses can the ticket have next? */
  z.object({ type: z.literal("listStatuses"), about: NoteAbout }),
  /** Overlay: you told me to write a note; hand me its text. Answered once. */
  z.object({ type: z.literal("redeemNote"), permit: z.uuid() }),
  /** Picker: is a portal taught that this page belongs to? */
  z.object({ type: z.literal("findDraft") }),
  /** Picker: this is what was shown so far. */
  z.object({ type: z.literal("keepDraft"), draft: Draft }),
  /** Picker: the person has left. */
  z.object({ type: z.literal("dropDraft") }),
  /** Picker: checked on a second ticket; save it. */
  z.object({ type: z.literal("saveTaught"), page: PageDefinition }),
]);
export type BackgroundMessage = z.infer<typeof BackgroundMessage>;

/** What the background answers. */
export interface BackgroundAnswers {
  openBooking:
    | {
        kind: "opened";
        session: string;
        technician: string;
        plainLink: string;
        /** The portal has blocked a calendar before: no need to try. */
        frameBlocked: boolean;
        /** Name of the scheduler; empty where it is not known. */
        scheduler: string;
        /** Where its calendar opens; `window`: it refuses to be framed. */
        how: "frame" | "window";
        /** A frame that never says whether it is there. */
        quiet: boolean;
        tells: Scheduler["tells"];
        /** What the person should know before a call is booked. */
        guard: GuardNote[];
      }
    | ({ kind: "none" } & NoOffer);
  openBookingWindow: { opened: boolean };
  tryLink: { opened: boolean };
  claimSession: BookingSession | null;
  chooseGuests: { guests: string[] };
  calendarOpened: null;
  linkTaken: null;
  draftTaken: null;
  manageBooking:
    | {
        kind: "opened";
        manages: ManageAction;
        session: string;
        technician: string;
        ticket: { id: string; number: string; subject: string | null };
        frameBlocked: boolean;
      }
    /** In a window or tab of its own. */
    | { kind: "elsewhere" }
    | { kind: "file"; ics: string | null }
    | { kind: "none" };
  showBookings: null;
  bookedByHand: { recorded: boolean };
  tellCallTime: { recorded: boolean };
  linkOf: { plainLink: string | null };
  /**
   * `kept`: `false` when an outcome is in memory only, since the browser refuses to store it. `outcome`: what is known of the
   * call now, its time included where an account's token may ask for it.
   */
  bookingState: { kept: boolean; outcome: Outcome | null };
  listMeetingTypes: Asked<MeetingType[]>;
  findSlots: Asked<string[]>;
  bookSlot: Asked<Outcome>;
  makeLink: Asked<{ url: string }>;
  countCard: null;
  closeBooking: null;
  lookAtAccounts: Synced | null;
  presetRecognised: null;
  lookUp: Fetched;
  addPortal: null;
  loadLabels: null;
  pageChanged: null;
  pageWorks: null;
  findNote: NoteOffer | null;
  writeNote: NoteResult;
  /** `null`: the portal does not tell. */
  listStatuses: TicketStatus[] | null;
  redeemNote: ConfirmedNote | null;
  startTeaching: { started: boolean };
  findDraft: { draft: Draft; basePath: string } | null;
  keepDraft: null;
  dropDraft: null;
  saveTaught: { saved: boolean };
}

/** To the overlays of one tab, in one frame or in all of them. */
export const OverlayMessage = z.discriminatedUnion("type", [
  /** Background: how far the booking page of a session got. */
  z.object({ type: z.literal("bookingProgress"), session: sessionId, state: BookingState }),
  /** Background: the person has chosen who is invited; this is the plain link now. */
  z.object({ type: z.literal("linkChanged"), session: sessionId, plainLink: z.url() }),
  /** Background: portals or permissions have changed; these origins are left. */
  z.object({ type: z.literal("grantedOrigins"), origins: z.array(z.string()) }),
  /** Background: a person has confirmed a note for this ticket. Answered by a `NoteResult`, where the ticket is shown. */
  z.object({ type: z.literal("writeNote"), permit: z.uuid(), portal: z.string(), ticket: z.string() }),
  /** Call brief: what does this ticket say now, and its last messages? Answered by a `TicketBrief`, where it is shown. */
  z.object({ type: z.literal("readBrief"), portal: z.string(), ticket: z.string() }),
  /** Background: which statuses can this ticket have next? Answered by `TicketStatus[]` or `null`, where it is shown. */
  z.object({ type: z.literal("listStatuses"), portal: z.string(), ticket: z.string() }),
  /** Popup: what is on this page? Answered by the tab's own document, by a `PageReport`. */
  z.object({ type: z.literal("describePage") }),
  /** Popup: is there a ticket in a frame? Answered the same way, by a frame that shows one. */
  z.object({ type: z.literal("describeFrame") }),
]);
export type OverlayMessage = z.infer<typeof OverlayMessage>;

/** What the call brief is told about a ticket whose page is open. It is shown, and neither stored nor sent. */
export const TicketBrief = z.object({
  ticket: Ticket,
  /** Id of the product's preset, where it is known. */
  preset: z.nullable(z.string()),
  messages: z.array(TicketMessage),
});
export type TicketBrief = z.infer<typeof TicketBrief>;

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
  /** Id of its preset, and when its pages were seen. */
  product: z.nullable(z.object({ id: z.string(), seen: z.string() })),
  /** The page definition that the address belongs to; `root`: whether its scope is in the document. */
  page: z.nullable(
    z.object({
      from: z.enum(["portal", "preset", "labels"]),
      kind: z.string(),
      url: z.string(),
      root: z.enum(["none", "found", "missing"]),
    }),
  ),
  fields: z.array(FieldReport),
  /** `null` where the page has no lookup. */
  lookup: z.nullable(LookupReport),
  /** What a page without a definition may say; somebody has to confirm it. */
  guess: z.nullable(z.object({ label: z.string(), value: z.string(), page: PageDefinition })),
  /** What the page definition no longer finds on a page that looks like its tickets. */
  drift: z.nullable(missing),
  ticket: z.nullable(Ticket),
  offer: z.nullable(z.object({ technician: Technician, plainLink: z.string(), matchedBy: z.string() })),
  /** Why there is no card; `null` when there is one. */
  reason: z.nullable(z.looseObject({ reason: z.string() })),
  /** Whether the card floats because the portal takes it away from its place all the time. */
  drivenOut: z._default(z.boolean(), false),
  /** `null` on pages that are no lists. */
  rows: z.nullable(RowsReport),
});
export type PageReport = z.infer<typeof PageReport>;

/** What would be done twice if it were asked for twice. Everything else may be repeated. */
const ONCE: readonly BackgroundMessage["type"][] = [
  "openBookingWindow",
  "tryLink",
  "startTeaching",
  "countCard",
  "bookSlot",
  "makeLink",
];

/**
 * Sends to the background and waits for its answer. The browser may stop the background before it has answered, and
 * starts it with the next message: so it is asked once more, where that does no harm.
 * @throws when there is no answer, or when the background has failed
 */
export async function sendToBackground<M extends BackgroundMessage>(
  message: M,
): Promise<BackgroundAnswers[M["type"]]> {
  return ONCE.includes(message.type) ? ask(message) : ask(message).catch(() => ask(message));
}

async function ask<M extends BackgroundMessage>(message: M): Promise<BackgroundAnswers[M["type"]]> {
  const answer = (await browser.runtime.sendMessage(message)) as BackgroundAnswers[M["type"]] | undefined;
  // Chromium ends some lost messages without an error, but nothing is ever answered by "undefined".
  if (answer === undefined) throw new Error("No answer.");
  return answer;
}
