import * as z from "zod/mini";
import { json } from "../local-server";
import type { Call, Route } from "./api";
import type { TRACKING } from "./book";
import { type EventType, tess } from "./event-types";
import { findEvent, findType } from "./find";
import { Refused } from "./problem";
import { inviteeResource } from "./resources";

const text = z.string().check(z.minLength(1));
const nullable = z.nullable(z.string());

const LinkBody = z.strictObject({
  max_event_count: z.literal(1),
  owner: z.url(),
  owner_type: z.literal("EventType"),
});
const Invitee = z.strictObject({
  name: z.optional(text),
  first_name: z.optional(text),
  last_name: z.optional(z.string()),
  email: z.email(),
  timezone: text,
  text_reminder_number: z.optional(z.string()),
});
const Tracking = z.strictObject({
  utm_campaign: nullable,
  utm_source: nullable,
  utm_medium: nullable,
  utm_content: nullable,
  utm_term: nullable,
  salesforce_uuid: nullable,
} satisfies Record<(typeof TRACKING)[number], unknown>);
const InviteeBody = z.strictObject({
  event_type: z.url(),
  start_time: z.iso.datetime(),
  invitee: Invitee,
  location: z.optional(z.strictObject({ kind: text, location: z.optional(text) })),
  questions_and_answers: z.optional(
    z.array(z.strictObject({ question: text, answer: z.string(), position: z.number() })),
  ),
  tracking: z.optional(Tracking),
  event_guests: z.optional(z.array(z.email()).check(z.maxLength(10))),
});
type InviteeBody = z.infer<typeof InviteeBody>;
const CancelBody = z.strictObject({ reason: z.optional(z.string().check(z.maxLength(10_000))) });

/** What makes something, or ends it. */
export const bookingRoutes: readonly Route[] = [
  { method: "POST", path: "/scheduling_links", scopes: ["scheduling_links:write"], answer: makeLink },
  { method: "POST", path: "/invitees", scopes: ["scheduled_events:write"], answer: book },
  {
    method: "POST",
    path: "/scheduled_events/:id/cancellation",
    scopes: ["scheduled_events:write"],
    answer: cancel,
  },
];

function makeLink(call: Call) {
  const { owner, owner_type } = call.body(LinkBody);
  const { id, type } = call.book.makeLink(findType(call, owner));
  return json(
    { resource: { booking_url: `${call.origins.pages}/d/${id}/${type.slug}`, owner, owner_type } },
    201,
  );
}

function book(call: Call) {
  if (call.plan === "free") throw new Refused(403);
  const body = call.body(InviteeBody);
  const type = findType(call, body.event_type);
  checkAgainst(type, body);
  const { name, first_name, last_name, email, timezone } = body.invitee;
  const booking = call.book.add({
    type,
    start: body.start_time,
    invitee: { name: name ?? [first_name, last_name].filter(Boolean).join(" "), email, timeZone: timezone },
    answers: body.questions_and_answers ?? [],
    guests: body.event_guests ?? [],
    tracking: body.tracking ?? {
      utm_campaign: null,
      utm_source: null,
      utm_medium: null,
      utm_content: null,
      utm_term: null,
      salesforce_uuid: null,
    },
    location: body.location ?? null,
  });
  if (!booking)
    throw new Refused(400, [
      { parameter: "event.start_time", message: "is no longer available", code: "already_filled" },
    ]);
  return json({ resource: inviteeResource(call.origins, booking, call.book.bookings) }, 201);
}

function cancel(call: Call) {
  const { reason = "" } = call.body(CancelBody);
  const booking = findEvent(call);
  if (booking.canceled) throw new Refused(403, [], "Event is already canceled");
  call.book.cancel(booking, reason, tess.name);
  return json(
    {
      resource: {
        canceled_by: tess.name,
        reason,
        canceler_type: "host",
        created_at: new Date().toISOString(),
      },
    },
    201,
  );
}

/** What depends on the event type: its questions word for word, and one of its places. */
function checkAgainst(type: EventType, { invitee, location, questions_and_answers = [] }: InviteeBody) {
  if (!invitee.name && !invitee.first_name) throw wrong("invitee.name", "is required");
  for (const { question, position } of questions_and_answers) {
    if (!type.questions.some((asked) => asked.name === question && asked.position === position))
      throw wrong("questions_and_answers.question", "does not match a question of the event type");
  }
  const kinds = type.locations?.map(({ kind }) => kind) ?? [];
  if (kinds.length > 0 && !kinds.includes(location?.kind ?? "")) throw wrong("location.kind", "is invalid");
  if (location?.kind === "outbound_call" && !location.location)
    throw wrong("location.location", "is required");
}

function wrong(parameter: string, message: string) {
  return new Refused(400, [{ parameter, message }]);
}
