import type { Prefill } from "../prefill";
import type { Attendee, MeetingType } from "./account";
import type { Places } from "./calendly-shapes";

/** Most guests of one call. */
const MAX_GUESTS = 10;

/**
 * What is sent to book a call at once.
 * @see https://developer.calendly.com/api-docs/calendly-api/scheduled-events/create-event-invitee
 */
export function invitation(
  type: MeetingType,
  start: string,
  { name, email, timeZone, notes }: Attendee,
  { guests, phone, metadata }: Prefill,
  places: Places,
): object {
  const question = type.notesQuestion;
  const place = placeOf(places, phone);
  return {
    event_type: type.id,
    start_time: new Date(start).toISOString(),
    invitee: { name, email, timezone: timeZone },
    ...(place ? { location: place } : {}),
    ...(notes && question
      ? { questions_and_answers: [{ question: question.text, answer: notes, position: question.position }] }
      : {}),
    ...(guests.length > 0 ? { event_guests: guests.slice(0, MAX_GUESTS) } : {}),
    // All of its keys have to be there.
    tracking: {
      utm_source: "callcard",
      utm_campaign: metadata.portal ?? null,
      utm_medium: null,
      utm_content: metadata.ticketNumber ?? null,
      utm_term: metadata.ticketId === metadata.ticketNumber ? null : (metadata.ticketId ?? null),
      salesforce_uuid: null,
    },
  };
}

/**
 * The first place of an event type that needs no answer by the person, or their own telephone when it is known.
 * `null`: it has none, or the person would have to name one.
 */
function placeOf(places: Places, phone: string | null): { kind: string; location?: string } | null {
  for (const { kind, location } of places ?? []) {
    if (kind === "ask_invitee") continue;
    if (kind !== "outbound_call") return location ? { kind, location } : { kind };
    if (phone) return { kind, location: phone }; // the host calls the person
  }
  return null;
}
