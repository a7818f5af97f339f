import * as z from "zod/mini";
import type { Share } from "../../settings/share";
import { marks } from "../store/booking";
import { type OutgoingEvent, outgoingTypes } from "../store/outgoing";

const instant = z.iso.datetime({ offset: true });
const text = z.nullable(z.string());

/** What the receiver gets: the format that docs/automation.md publishes. */
export const Payload = z.strictObject({
  type: z.enum(outgoingTypes),
  /** When it happened; the attempt's time is in the header. */
  timestamp: instant,
  data: z.strictObject({
    /** CallCard's own id of the booking, in all its events the same; never the scheduler's. */
    booking: z.string(),
    status: z.enum(["accepted", "pending", "cancelled"]),
    start: z.nullable(instant),
    end: z.nullable(instant),
    /** Before a call was moved. */
    previousStart: z.nullable(instant),
    /** IANA zone of the technician, when the scheduler tells. */
    timeZone: text,
    mark: z.nullable(z.enum(marks)),
    scheduler: z.string(),
    /** Id of the portal in the settings. */
    portal: z.string(),
    /** `null` where **Sharing** does not allow it. */
    ticket: z.strictObject({ id: text, number: text, subject: text, url: text }),
    technician: z.strictObject({ email: z.string(), name: z.string() }),
    /** `null` unless it was switched on. */
    attendee: z.nullable(z.strictObject({ name: text, email: text })),
  }),
});
export type Payload = z.infer<typeof Payload>;

/** An event as it leaves: of the ticket only what `share` allows. */
export function payloadOf(
  event: OutgoingEvent,
  share: Share,
  attendee: Payload["data"]["attendee"],
): Payload {
  const { type, at, ticket, ...data } = event;
  return {
    type,
    timestamp: at,
    data: {
      ...data,
      ticket: {
        id: share.number ? ticket.id : null,
        number: share.number ? ticket.number : null,
        subject: share.subject ? ticket.subject : null,
        url: share.ticketLink ? ticket.url : null,
      },
      attendee,
    },
  };
}

/** What **Send a test** sends. */
export function testPayload(now: Date): object {
  return { type: "callcard.test", timestamp: now.toISOString(), data: {} };
}
