import * as z from "zod/mini";
import { defineScheduler, joined, segmentsOf } from "./define-scheduler";
import type { LinkKind, SchedulerEvent } from "./scheduler";

// First path segments of Calendly's own pages.
const NOT_CALENDARS = new Set(
  "about accounts api app app-store blog cancellations community contact developers download event_type event_types features help integrations legal login logout oauth organization pages pricing privacy reschedulings resources scheduled_events security signup solutions terms users webinars".split(
    " ",
  ),
);

function recognise(link: URL): LinkKind | null {
  const [first = "", second, ...rest] = segmentsOf(link);
  if (first === "" || NOT_CALENDARS.has(first)) return null;
  if (first === "d") return second && rest.length <= 1 ? "private" : null;
  if (first === "s") return second ? "private" : null;
  if (first === "routing_forms") return second ? "form" : null;
  // A third part is a chosen time: /tess/30min/2026-11-23T14:00:00+01:00
  if (rest.length > 1 || (rest[0] !== undefined && !/^\d{4}-\d\d-\d\dT/.test(decodeURIComponent(rest[0]))))
    return null;
  return second ? "event" : "profile";
}

const Message = z.object({
  event: z.string().check(z.startsWith("calendly.")),
  payload: z.optional(z.unknown()),
});
const Scheduled = z.object({ event: z.object({ uri: z.url() }), invitee: z.object({ uri: z.url() }) });

function understand(message: unknown): SchedulerEvent | null {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return null;
  const { event, payload } = parsed.data;
  if (event === "calendly.event_scheduled") {
    const uid = Scheduled.safeParse(payload).data?.invitee.uri ?? null;
    // The message holds no time; an account's token could ask for it.
    const unknown = { start: null, end: null, paymentRequired: false, timeZone: null } as const;
    return { type: "booked", outcome: { uid, status: "accepted", ...unknown } };
  }
  return /_viewed$/.test(event) ? { type: "ready" } : { type: "alive" };
}

/**
 * Calendly. Without `embed_domain` its frame says nothing; which domain it names is of no account.
 * @see https://help.calendly.com/hc/en-us/articles/226766767 (prefill)
 * @see https://developer.calendly.com/api-docs ("Notifying the parent window")
 */
export const calendly = defineScheduler({
  id: "calendly",
  name: "Calendly",
  hosts: ["calendly.com", "www.calendly.com", "*.calendly.com"],
  recognise: (link) =>
    /^(?:api|auth|developer|help|community)\./.test(link.hostname) ? null : recognise(link),
  canonical(link) {
    const url = new URL(link);
    if (url.hostname === "www.calendly.com") url.hostname = "calendly.com";
    return url;
  },
  prefill: ({ name, email, phone, guests, notes, metadata, questions }) => [
    ["name", name],
    ["email", email],
    ["phone_number", phone],
    ["guests", joined(guests)],
    // The first question of an event type as Calendly makes it is "what will help prepare for our meeting".
    ["a1", questions.a1 ?? notes],
    ...Object.entries(questions).filter(([slug]) => /^a(?:[2-9]|10)$/.test(slug)),
    ["utm_source", "callcard"],
    ["utm_campaign", metadata.portal ?? null],
    ["utm_content", metadata.ticketNumber ?? null],
    // The id in the portal's address; where it is the number it need not be said twice.
    ["utm_term", metadata.ticketId === metadata.ticketNumber ? null : (metadata.ticketId ?? null)],
  ],
  embed: () => [
    ["embed_type", "Inline"],
    ["embed_domain", "callcard"],
    ["hide_gdpr_banner", "1"],
  ],
  understand,
  tells: "booked",
});
