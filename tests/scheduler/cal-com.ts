import { type Book, type BookingRequest, createBook } from "./book";
import { type CalComApiSwitches, createCalComApi } from "./cal-com-api";
import { findCalendar } from "./event-types";
import { type Answer, asset, json, type LocalRequest, page, redirect, serve } from "./local-server";
import { bookingPage, calendarPage, notFoundPage, redirectedPage } from "./pages";
import { postWebhook, type WebhookTarget } from "./webhook";

/** A call that was booked in the stand-in. */
export interface StandInBooking {
  uid: string;
  /** `tess/30min` */
  event: string;
  start: string;
  end: string;
  status: "ACCEPTED" | "PENDING";
  attendee: { name: string; email: string; timeZone: string; phone: string | null };
  guests: string[];
  notes: string;
  metadata: Record<string, string>;
  /** All of the page's query. */
  query: Record<string, string[]>;
  createdAt: string;
  updatedAt: string;
}

/** A local stand-in for Cal.com. */
export interface CalComStandIn extends CalComApiSwitches {
  origin: string;
  /** Where the API is, version included; what CallCard would ask for pages on this host. */
  api: string;
  /** The bookings that were neither moved nor cancelled, oldest first. */
  bookings(): StandInBooking[];
  /** Someone else takes a slot: `takeSlot("tess/30min", "2026-11-23T09:00:00.000Z")`. */
  takeSlot(event: string, start: string): void;
  /** Somebody books elsewhere, in the first free slot, by a link with this metadata. */
  bookElsewhere(event: string, metadata: Record<string, string>): StandInBooking;
  /** The host accepts a booking that waits, or somebody cancels or moves one, in a mail. Moved: to the last free slot. */
  confirmByMail(uid: string): void;
  cancelByMail(uid: string): void;
  moveByMail(uid: string): StandInBooking;
  /** Forgets all bookings. */
  reset(): void;
  close(): Promise<void>;
}

const assets = new URL("assets/", import.meta.url);

/** Starts the stand-in on 127.0.0.1. Its protocol is the recorded one of Cal.com 6.0.7 (see README.md). */
export async function startCalCom(
  options: { port?: number; webhook?: WebhookTarget } = {},
): Promise<CalComStandIn> {
  const { webhook } = options;
  const book = createBook((trigger, booking, replaced) => {
    if (webhook) void postWebhook(webhook, trigger, booking, replaced).catch(() => undefined); // it has no receiver
  });
  const api = createCalComApi(book);
  const server = await serve(
    (request) => (/^\/v2\//.test(request.url.pathname) ? api.answer(request) : answer(request, book)),
    options.port,
  );
  return {
    ...api.switches,
    origin: server.origin,
    api: `${server.origin}/v2/`,
    bookings: () => structuredClone(book.bookings),
    takeSlot: book.take,
    bookElsewhere(event, metadata) {
      const query = Object.entries(metadata).map(([key, value]) => [`metadata[${key}]`, [value]]);
      return added(book, event, book.free(event)[0], "ada@example.com", Object.fromEntries(query));
    },
    confirmByMail: book.confirm,
    cancelByMail: (uid) => void book.cancel(uid),
    moveByMail(uid) {
      const booking = book.find(uid);
      if (!booking) throw new Error(`No such booking: ${uid}`);
      const { event, attendee, query } = booking;
      const rescheduleUid = [uid];
      return added(book, event, book.free(event).at(-1), attendee.email, { ...query, rescheduleUid });
    },
    reset() {
      book.reset();
      api.switches.restoreKey();
    },
    close: server.close,
  };
}

function added(
  book: Book,
  event: string,
  start = "",
  email: string,
  query: Record<string, string[]>,
): StandInBooking {
  const responses = { name: "Ada Visitor", email, notes: "", attendeePhoneNumber: "", guests: [] };
  const booking = book.add({ event, link: null, start, timeZone: "UTC", responses, query });
  if (!booking) throw new Error(`Not free: ${event} at ${start}`);
  return structuredClone(booking);
}

function answer({ method, url, body }: LocalRequest, book: Book): Answer | Promise<Answer> {
  const [first, second] = url.pathname.split("/").filter(Boolean);
  if (first === "assets") return asset(assets, second ?? "");
  if (first === "api") return api(method, url, body, book);
  if (first === "silent") return page(""); // answers, and never says a word to the window around it
  if (first === "redirected") return page(redirectedPage());
  if (first === "reschedule") return reschedule(url, book);
  return calendar(url, book);
}

function api(method: string, url: URL, body: string, book: Book): Answer {
  switch (`${method} ${url.pathname}`) {
    case "GET /api/slots":
      return json({ slots: book.free(url.searchParams.get("event") ?? "") });
    case "POST /api/book": {
      const booking = book.add(JSON.parse(body) as BookingRequest);
      return booking ? json(booking) : json({ message: "no_available_users_found_error" }, 409);
    }
    case "POST /api/cancel": {
      const { uid } = JSON.parse(body) as { uid: string };
      return book.cancel(uid) ? json({}) : json({}, 404);
    }
    default:
      return json({}, 404);
  }
}

function calendar(url: URL, book: Book): Answer {
  const embed = /\/embed\/?$/.test(url.pathname);
  const path = url.pathname.replace(/\/embed\/?$/, "");
  const headers: Record<string, string> = { "Referrer-Policy": "strict-origin-when-cross-origin" };
  if (embed) headers["Cross-Origin-Resource-Policy"] = "cross-origin";

  const [, uid] = /^\/booking\/(\w+)$/.exec(path) ?? [];
  const booking = uid ? book.find(uid) : null;
  const found = findCalendar(booking?.event ?? path);
  if (booking && found?.kind === "event") return page(bookingPage(booking, found, embed), 200, headers);
  const missing =
    !found || (found.kind === "event" && (book.links.hasEnded(found.link) || (embed && !found.embeddable)));
  if (missing) return page(notFoundPage(embed), 404, headers);
  return page(calendarPage(found, embed), 200, headers);
}

/** `/reschedule/<uid>` leads to the event's calendar, `/embed` and the query are kept. */
function reschedule(url: URL, book: Book): Answer {
  const [, uid = "", embed = ""] = /^\/reschedule\/(\w+)(\/embed)?$/.exec(url.pathname) ?? [];
  const booking = book.find(uid);
  if (!booking) return page(notFoundPage(embed !== ""), 404);
  const query = new URLSearchParams(url.search);
  query.set("rescheduleUid", uid);
  // Cal.com fills in the form from the booking, on the server; here the query does it.
  for (const field of ["name", "email"] as const) {
    if (!query.has(field)) query.set(field, booking.attendee[field]);
  }
  return redirect(`/${booking.event}${embed}?${query}`);
}
