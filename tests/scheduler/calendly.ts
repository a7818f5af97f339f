import { type ApiSwitches, apiGate } from "./api-gate";
import { answerApi } from "./calendly/api";
import { type Book, type CalendlyBooking, createBook, nameOf, type Tracking } from "./calendly/book";
import { type EventType, tess, type } from "./calendly/event-types";
import { refuse } from "./calendly/problem";
import { answerSite } from "./calendly/site";
import { ALL_SCOPES, type Token } from "./calendly/token";
import { serve } from "./local-server";

/** A local stand-in for Calendly: its booking pages, and its API on an origin of its own. */
export interface CalendlyStandIn extends ApiSwitches {
  origin: string;
  apiOrigin: string;
  /** Tess's personal access token; it may do everything until told otherwise. */
  token: string;
  /** All bookings, the cancelled ones too, oldest first. */
  bookings(): CalendlyBooking[];
  /** Someone else takes a slot: `takeSlot("tess/30min", "2026-11-23T09:00:00.000Z")`. */
  takeSlot(event: string, start: string): void;
  /** Somebody books elsewhere, in the first free slot, by a link with these parameters. */
  bookElsewhere(event: string, tracking: Partial<Tracking>): CalendlyBooking;
  /** An invitee cancels or moves the call by a link in the mail. Moved: to the last free slot. */
  cancelByMail(uuid: string): void;
  moveByMail(uuid: string): CalendlyBooking;
  setScopes(scopes: readonly string[]): void;
  setPlan(plan: "free" | "paid"): void;
  revokeToken(): void;
  /** Gives Tess more event types, named `extra-0`, `extra-1`, …: more than one page of them. */
  addEventTypes(count: number): void;
  /** Forgets all bookings and links, and what the switches did to token and plan. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1, with two ports. What it follows is told in README.md. */
export async function startCalendly(
  options: { port?: number; apiPort?: number } = {},
): Promise<CalendlyStandIn> {
  const book = createBook();
  const token: Token = { text: "local-calendly-token", scopes: ALL_SCOPES, revoked: false };
  const origins = { pages: "", api: "" };
  let plan: "free" | "paid" = "paid";
  const gate = apiGate(
    { limit: 500, suffix: "", tagged: false, refuse: (status) => refuse(status) },
    (request) => answerApi(request, token, { book, origins, plan }),
  );
  const site = await serve((request) => answerSite(request, book, origins), options.port);
  const api = await serve(gate.answer, options.apiPort);
  Object.assign(origins, { pages: site.origin, api: api.origin });

  return {
    ...gate.switches,
    origin: site.origin,
    apiOrigin: api.origin,
    token: token.text,
    bookings: () => structuredClone(book.bookings),
    takeSlot(event, start) {
      book.take(typeOf(book, event), start);
    },
    bookElsewhere(event, tracking) {
      const type = typeOf(book, event);
      return book.addFor(type, book.free(type)[0] ?? "", tracking);
    },
    cancelByMail(uuid) {
      const booking = bookingOf(book, uuid);
      book.cancel(booking, "", booking.invitee.name);
    },
    moveByMail: (uuid) => book.move(bookingOf(book, uuid)),
    setScopes: (scopes) => Object.assign(token, { scopes: [...scopes] }),
    setPlan: (given) => {
      plan = given;
    },
    revokeToken: () => Object.assign(token, { revoked: true }),
    addEventTypes(count) {
      for (let i = 0; i < count; i++) book.types.push(type(tess, `extra-${i}`, `Extra ${i}`, 30));
    },
    reset() {
      book.reset();
      Object.assign(token, { scopes: ALL_SCOPES, revoked: false });
      plan = "paid";
    },
    close: async () => void (await Promise.all([site.close(), api.close()])),
  };
}

function typeOf(book: Book, event: string): EventType {
  const found = book.types.find((type) => nameOf(type) === event);
  if (!found) throw new Error(`No such event type: ${event}`);
  return found;
}

function bookingOf(book: Book, uuid: string): CalendlyBooking {
  const found = book.bookings.find((booking) => booking.uuid === uuid);
  if (!found) throw new Error(`No such booking: ${uuid}`);
  return found;
}
