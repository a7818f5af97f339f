import type { CalendlyBooking } from "./book";
import { type EventType, type Host, tess } from "./event-types";

/** Where the pages and the API of the stand-in are. */
export interface Origins {
  pages: string;
  api: string;
}

const BEGINNING = "2024-01-02T03:04:05.678123Z";
const stamps = { created_at: BEGINNING, updated_at: BEGINNING };

export const uriOf = {
  user: (api: string, { uuid }: Host) => `${api}/users/${uuid}`,
  type: (api: string, { uuid }: EventType) => `${api}/event_types/${uuid}`,
  event: (api: string, { uuid }: CalendlyBooking) => `${api}/scheduled_events/${uuid}`,
  invitee: (api: string, { uuid, inviteeUuid }: CalendlyBooking) =>
    `${api}/scheduled_events/${uuid}/invitees/${inviteeUuid}`,
};

/** A user, as the API shows it. */
export function userResource({ pages, api }: Origins, host: Host): object {
  return {
    uri: uriOf.user(api, host),
    name: host.name,
    slug: host.slug,
    email: host.email,
    scheduling_url: `${pages}/${host.slug}`,
    timezone: host.timeZone,
    time_notation: "24h",
    avatar_url: null,
    current_organization: `${api}/organizations/ACME000000000001`,
    resource_type: "User",
    locale: "en",
    ...stamps,
  };
}

/** An event type, as the API shows it. */
export function typeResource({ pages, api }: Origins, type: EventType): object {
  return {
    uri: uriOf.type(api, type),
    name: type.name,
    active: type.active,
    slug: type.slug,
    scheduling_url: `${pages}/${type.host.slug}/${type.slug}`,
    duration: type.duration,
    duration_options: null,
    kind: "solo",
    pooling_type: null,
    type: "StandardEventType",
    color: "#fff200",
    internal_note: null,
    description_plain: type.description,
    description_html: `<p>${type.description}</p>`,
    profile: { type: "User", name: type.host.name, owner: uriOf.user(api, type.host) },
    secret: false,
    booking_method: "instant",
    custom_questions: type.questions.map((question) => ({
      ...question,
      enabled: true,
      answer_choices: [],
      include_other: false,
    })),
    locations: type.locations,
    position: 0,
    admin_managed: false,
    deleted_at: null,
    ...stamps,
  };
}

/** A booked call, as the API shows it. */
export function eventResource({ api }: Origins, booking: CalendlyBooking, type: EventType): object {
  return {
    uri: uriOf.event(api, booking),
    name: type.name,
    status: booking.canceled ? "canceled" : "active",
    start_time: booking.start,
    end_time: booking.end,
    event_type: uriOf.type(api, type),
    location: booking.location && {
      type: booking.location.kind,
      location: booking.location.location ?? null,
    },
    invitees_counter: { total: 1, active: booking.canceled ? 0 : 1, limit: 1 },
    event_memberships: [{ user: uriOf.user(api, type.host), user_email: type.host.email }],
    event_guests: booking.guests.map((email) => ({ email, ...stamps })),
    ...cancellation(booking),
    ...stampsOf(booking),
  };
}

function stampsOf({ createdAt, updatedAt }: CalendlyBooking): object {
  return { created_at: createdAt, updated_at: updatedAt };
}

/** Who booked it, as the API shows them. */
export function inviteeResource(
  { pages, api }: Origins,
  booking: CalendlyBooking,
  all: readonly CalendlyBooking[],
): object {
  const inviteeOf = (uuid: string | null) => {
    const other = all.find((one) => one.uuid === uuid);
    return other ? uriOf.invitee(api, other) : null;
  };
  return {
    uri: uriOf.invitee(api, booking),
    email: booking.invitee.email,
    first_name: null,
    last_name: null,
    name: booking.invitee.name,
    status: booking.canceled ? "canceled" : "active",
    questions_and_answers: booking.answers,
    timezone: booking.invitee.timeZone,
    event: uriOf.event(api, booking),
    tracking: booking.tracking,
    text_reminder_number: null,
    rescheduled: booking.movedTo !== null,
    old_invitee: inviteeOf(booking.movedFrom),
    new_invitee: inviteeOf(booking.movedTo),
    cancel_url: `${pages}/cancellations/${booking.inviteeUuid}`,
    reschedule_url: `${pages}/reschedulings/${booking.inviteeUuid}`,
    routing_form_submission: null,
    payment: null,
    no_show: null,
    reconfirmation: null,
    scheduling_method: null,
    ...cancellation(booking),
    ...stampsOf(booking),
  };
}

function cancellation({ canceled }: CalendlyBooking): object {
  if (!canceled) return {};
  const type = canceled.by === tess.name ? "host" : "invitee";
  return {
    cancellation: {
      canceled_by: canceled.by,
      reason: canceled.reason,
      canceler_type: type,
      created_at: BEGINNING,
    },
  };
}
