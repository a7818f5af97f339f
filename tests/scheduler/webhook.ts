import { createHmac } from "node:crypto";
import type { StandInBooking } from "./cal-com";
import { findHost } from "./event-types";

/** Where the stand-in tells of bookings, as an event type of Cal.com is set up. */
export interface WebhookTarget {
  url: string;
  secret: string;
}

export type Trigger = "BOOKING_CREATED" | "BOOKING_REQUESTED" | "BOOKING_RESCHEDULED" | "BOOKING_CANCELLED";

/** Posts what Cal.com 6 posts, as far as receivers read it. */
export async function postWebhook(
  { url, secret }: WebhookTarget,
  triggerEvent: Trigger,
  booking: StandInBooking,
  rescheduleUid: string | null,
): Promise<void> {
  const [slug, type] = booking.event.split("/");
  const host = findHost(slug);
  const body = JSON.stringify({
    triggerEvent,
    createdAt: new Date().toISOString(),
    payload: {
      uid: booking.uid,
      type,
      title: `${type} between ${host?.name} and ${booking.attendee.name}`,
      startTime: booking.start,
      endTime: booking.end,
      organizer: { name: host?.name, email: host?.email, timeZone: host?.timeZone, username: slug },
      attendees: [booking.attendee],
      metadata: booking.metadata,
      status: booking.status,
      ...(rescheduleUid ? { rescheduleUid } : {}),
    },
  });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  await fetch(url, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Cal-Signature-256": signature,
      "X-Cal-Webhook-Version": "2021-10-20",
    },
    body,
    redirect: "manual",
  });
}
