import * as z from "zod/mini";
import type { BookingRequest } from "../book";
import { findHost } from "../event-types";
import { json } from "../local-server";
import { changedAt, type Found, findBooking, listedAs, myBookings, resourceOf } from "./booking";
import { findType } from "./event-types";
import { Refused } from "./problem";
import { bodyOf, type Call, Day, queryOf, type Route } from "./route";

const versions = ["2024-08-13"];
const text = z.string().check(z.minLength(1));
/** At most 50 of them, short keys, and values of 500 characters. */
const Metadata = z.record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(500)));

const BookingBody = z.object({
  start: z.iso.datetime(),
  eventTypeId: z.number(),
  attendee: z.object({
    name: text,
    email: z.optional(z.email()),
    phoneNumber: z.optional(text),
    timeZone: text,
    language: z.optional(z.string()),
  }),
  guests: z.optional(z.array(z.email())),
  metadata: z.optional(Metadata),
  bookingFieldsResponses: z.optional(z.record(z.string(), z.unknown())),
});
const sorted = z.optional(z.enum(["asc", "desc"]));
const ListQuery = z.object({
  status: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(?:upcoming|recurring|past|cancelled|unconfirmed)(?:,(?:upcoming|recurring|past|cancelled|unconfirmed))*$/,
        ),
      ),
  ),
  attendeeEmail: z.optional(z.string()),
  eventTypeId: z.optional(z.string()),
  afterStart: z.optional(Day),
  beforeEnd: z.optional(Day),
  afterUpdatedAt: z.optional(Day),
  beforeUpdatedAt: z.optional(Day),
  sortStart: sorted,
  sortUpdatedAt: sorted,
  take: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|1\d\d|2[0-4]\d|250)$/))),
  skip: z.optional(z.string().check(z.regex(/^\d+$/))),
});
const CancelBody = z.object({ cancellationReason: z.optional(z.string()) });
const MoveBody = z.object({ start: z.iso.datetime(), reschedulingReason: z.optional(z.string()) });
const AbsentBody = z.object({
  host: z.optional(z.boolean()),
  attendees: z.optional(z.array(z.object({ email: z.email(), absent: z.boolean() }))),
});

/** Bookings. Whoever knows a booking's uid may see, move and cancel it. */
export const bookingRoutes: readonly Route[] = [
  { method: "POST", path: "/bookings", versions, needsKey: false, answer: book },
  { method: "GET", path: "/bookings", versions, needsKey: true, answer: list },
  {
    method: "GET",
    path: "/bookings/:id",
    versions,
    needsKey: false,
    answer: (call) => show(call, findBooking(call)),
  },
  { method: "POST", path: "/bookings/:id/cancel", versions, needsKey: false, answer: cancel },
  { method: "POST", path: "/bookings/:id/reschedule", versions, needsKey: false, answer: move },
  { method: "POST", path: "/bookings/:id/mark-absent", versions, needsKey: true, answer: markAbsent },
];

function book(call: Call) {
  const body = bodyOf(call, BookingBody);
  const { name, email = "", phoneNumber = "", timeZone } = body.attendee;
  if (!email && !phoneNumber) throw new Refused(400, "attendee.email or attendee.phoneNumber is required");
  if (Object.keys(body.metadata ?? {}).length > 50) throw new Refused(400, "metadata has more than 50 keys");
  const { host, type } = findType(body.eventTypeId);
  const { notes, ...others } = body.bookingFieldsResponses ?? {};
  const query = Object.entries(body.metadata ?? {}).map(([key, value]) => [`metadata[${key}]`, [value]]);
  const answers = Object.entries(others).map(([slug, value]) => [slug, [String(value)]]);
  return add(call, {
    event: `${host.slug}/${type.slug}`,
    link: null,
    start: body.start,
    timeZone,
    responses: {
      name,
      email,
      attendeePhoneNumber: phoneNumber,
      notes: notes === undefined ? "" : String(notes),
      guests: body.guests ?? [],
    },
    query: Object.fromEntries([...query, ...answers]),
  });
}

function add(call: Call, request: BookingRequest) {
  const start = new Date(request.start);
  if (start.getTime() < Date.now()) throw new Refused(400, "Attempting to book a meeting in the past.");
  const booking = call.book.add({ ...request, start: start.toISOString() });
  if (!booking) throw new Refused(400, "User either already has booking at this time or is not available");
  return show(call, { booking, ended: null }, 201);
}

function list(call: Call) {
  const { status, attendeeEmail, eventTypeId, afterStart, beforeEnd, ...given } = queryOf(call, ListQuery);
  const { afterUpdatedAt, beforeUpdatedAt, sortStart, sortUpdatedAt, ...page } = given;
  const asked = status?.split(",") ?? [];
  const changed = (booking: Found) => Date.parse(changedAt(booking));
  const matching = myBookings(call)
    .filter((booking) => asked.length === 0 || asked.includes(listedAs(booking)))
    .filter(({ booking }) => !attendeeEmail || booking.attendee.email === attendeeEmail)
    .filter(({ booking }) => !afterStart || Date.parse(booking.start) > Date.parse(afterStart))
    .filter(({ booking }) => !beforeEnd || Date.parse(booking.end) < Date.parse(beforeEnd))
    .filter((booking) => !afterUpdatedAt || changed(booking) >= Date.parse(afterUpdatedAt))
    .filter((booking) => !beforeUpdatedAt || changed(booking) <= Date.parse(beforeUpdatedAt));
  if (sortUpdatedAt) matching.sort((a, b) => changed(a) - changed(b));
  if (sortStart === "desc" || sortUpdatedAt === "desc") matching.reverse();
  const found = matching
    .map((found) => resourceOf(call, found))
    .filter(({ eventType }) => !eventTypeId || String(eventType.id) === eventTypeId);
  const [take, skip] = [Number(page.take ?? 100), Number(page.skip ?? 0)];
  const shown = found.slice(skip, skip + take);
  const remaining = Math.max(found.length - skip - shown.length, 0);
  const pagination = {
    totalItems: found.length,
    remainingItems: remaining,
    returnedItems: shown.length,
    itemsPerPage: take,
    currentPage: Math.floor(skip / take) + 1,
    totalPages: Math.ceil(found.length / take),
    hasNextPage: remaining > 0,
    hasPreviousPage: skip > 0,
  };
  return json({ status: "success", data: shown, pagination });
}

function cancel(call: Call) {
  const { booking } = stillOn(call);
  call.book.cancel(booking.uid, { reason: bodyOf(call, CancelBody).cancellationReason ?? "" });
  return show(call, findBooking(call));
}

function move(call: Call) {
  const { booking } = stillOn(call);
  const { start } = bodyOf(call, MoveBody);
  const { name, email, timeZone, phone } = booking.attendee;
  const { event, notes, guests, query } = booking;
  const responses = { name, email, notes, guests, attendeePhoneNumber: phone ?? "" };
  const rescheduleUid = [booking.uid];
  return add(call, { event, link: null, start, timeZone, responses, query: { ...query, rescheduleUid } });
}

function markAbsent(call: Call) {
  const found = findBooking(call);
  if (findHost(found.booking.event.split("/")[0]) !== call.me)
    throw new Refused(403, "You do not own this booking");
  const { uid } = found.booking;
  const { host, attendees = [] } = bodyOf(call, AbsentBody);
  const marks = [
    ...(host === undefined ? [] : [[uid, host] as const]),
    ...attendees.map(({ email, absent }) => [`${uid} ${email}`, absent] as const),
  ];
  for (const [mark, absent] of marks) call.absent[absent ? "add" : "delete"](mark);
  return show(call, found);
}

/** @throws Refused 400 when it was moved or cancelled */
function stillOn(call: Call): Found {
  const found = findBooking(call);
  if (found.ended)
    throw new Refused(
      400,
      `Can't change booking with uid=${found.booking.uid} because it has been cancelled already`,
    );
  return found;
}

function show(call: Call, found: Found, status = 200) {
  return json({ status: "success", data: resourceOf(call, found) }, status);
}
