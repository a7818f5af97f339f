import { randomBytes } from "node:crypto";
import { offeredSlots } from "../slots";
import { type EventType, eventTypes } from "./event-types";

/** Where a booking came from: the parameters of its link. */
export const TRACKING = [
  "utm_campaign",
  "utm_source",
  "utm_medium",
  "utm_content",
  "utm_term",
  "salesforce_uuid",
] as const;
export type Tracking = Record<(typeof TRACKING)[number], string | null>;

/** What is booked, by the page or by the API. */
interface Invitation {
  type: EventType;
  start: string;
  invitee: { name: string; email: string; timeZone: string };
  answers: { question: string; answer: string; position: number }[];
  guests: string[];
  tracking: Tracking;
  location: { kind: string; location?: string | undefined } | null;
}

/** A call that was booked. */
export interface CalendlyBooking extends Omit<Invitation, "type"> {
  uuid: string;
  inviteeUuid: string;
  /** `tess/30min` */
  event: string;
  end: string;
  canceled: { reason: string; by: string } | null;
  /** The booking that it was before it was moved, and the one that it is since, by `uuid`. */
  movedFrom: string | null;
  movedTo: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A link that ends after one booking. */
interface SingleUseLink {
  id: string;
  type: EventType;
  used: boolean;
}

/** Calendars, bookings and links of the stand-in, in memory. */
export interface Book {
  types: EventType[];
  bookings: CalendlyBooking[];
  free(type: EventType): string[];
  take(type: EventType, start: string): void;
  /** The new booking, or `null` when the slot is taken. */
  add(invitation: Invitation): CalendlyBooking | null;
  /** Somebody books, with these parameters in the link. @throws when the slot is taken */
  addFor(type: EventType, start: string, tracking: Partial<Tracking>): CalendlyBooking;
  cancel(booking: CalendlyBooking, reason: string, by: string): void;
  /** Moves a booking to the last free slot: it is cancelled, and another one is there. */
  move(booking: CalendlyBooking): CalendlyBooking;
  makeLink(type: EventType): SingleUseLink;
  findLink(id: string): SingleUseLink | null;
  typeOf(booking: CalendlyBooking): EventType;
  reset(): void;
}

/** Calendars without a booking. A host has one calendar: a booked slot is gone from all event types. */
export function createBook(): Book {
  const types = [...eventTypes];
  const bookings: CalendlyBooking[] = [];
  const links: SingleUseLink[] = [];
  const taken = new Set<string>();
  const key = ({ host }: EventType, start: string) => `${host.slug} ${new Date(start).toISOString()}`;
  const free = (type: EventType) => offeredSlots(new Date()).filter((start) => !taken.has(key(type, start)));

  return {
    types,
    bookings,
    free,
    take: (type, start) => void taken.add(key(type, start)),
    add({ type, ...invitation }) {
      const start = new Date(invitation.start).toISOString();
      if (!free(type).includes(start)) return null;
      taken.add(key(type, start));
      const booking: CalendlyBooking = {
        ...invitation,
        start,
        uuid: newUuid(),
        inviteeUuid: newUuid(),
        event: nameOf(type),
        end: new Date(Date.parse(start) + type.duration * 60_000).toISOString(),
        canceled: null,
        movedFrom: null,
        movedTo: null,
        createdAt: stamp(),
        updatedAt: stamp(),
      };
      bookings.push(booking);
      return booking;
    },
    cancel(booking, reason, by) {
      booking.canceled = { reason, by };
      booking.updatedAt = stamp();
      taken.delete(key(this.typeOf(booking), booking.start));
    },
    addFor(type, start, tracking) {
      const nothing = Object.fromEntries(TRACKING.map((key) => [key, null])) as Tracking;
      const invitee = { name: "Ada Visitor", email: "ada@example.com", timeZone: "UTC" };
      const rest = { answers: [], guests: [], location: null };
      const booking = this.add({ type, start, invitee, tracking: { ...nothing, ...tracking }, ...rest });
      if (!booking) throw new Error(`Not free: ${nameOf(type)} at ${start}`);
      return booking;
    },
    move(booking) {
      const type = this.typeOf(booking);
      this.cancel(booking, "", booking.invitee.name);
      const moved = this.addFor(type, free(type).at(-1) ?? "", booking.tracking);
      booking.movedTo = moved.uuid;
      moved.movedFrom = booking.uuid;
      return moved;
    },
    makeLink(type) {
      const link = {
        id: newUuid()
          .toLowerCase()
          .replace(/^(.{4})(.{3})(.{3}).*/, "$1-$2-$3"),
        type,
        used: false,
      };
      links.push(link);
      return link;
    },
    findLink: (id) => links.find((link) => link.id === id) ?? null,
    typeOf(booking) {
      const found = types.find((type) => nameOf(type) === booking.event);
      if (!found) throw new Error(`No such event type: ${booking.event}`);
      return found;
    },
    reset() {
      bookings.length = 0;
      links.length = 0;
      taken.clear();
      types.splice(0, types.length, ...eventTypes);
    },
  };
}

/** With the six digits of Calendly's. */
function stamp(): string {
  return new Date().toISOString().replace("Z", "000Z");
}

/** `tess/30min` */
export function nameOf({ host, slug }: EventType): string {
  return `${host.slug}/${slug}`;
}

function newUuid(): string {
  return randomBytes(8).toString("hex").toUpperCase();
}
