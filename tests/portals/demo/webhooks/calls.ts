import { createHash } from "node:crypto";
import * as z from "zod/mini";

/** A call as the lookup API tells of it. */
export interface KnownCall {
  id: string;
  start: string;
  end: string | null;
  status: "accepted" | "pending" | "cancelled";
  timeZone: string | null;
  technician: { email: string; name: string };
}

const text = z.nullish(z.string());

const CalCom = z.object({
  triggerEvent: z.string(),
  payload: z.object({
    uid: z.string(),
    startTime: z.string(),
    endTime: z.string(),
    organizer: z.object({ name: z.string(), email: z.string(), timeZone: text }),
    metadata: z.object({ ticketId: text, ticketNumber: text }),
    rescheduleUid: text,
  }),
});

const Calendly = z.object({
  event: z.string(),
  payload: z.object({
    tracking: z.object({ utm_content: text }),
    scheduled_event: z.object({
      uri: z.string(),
      start_time: z.string(),
      end_time: z.string(),
      event_memberships: z.array(z.object({ user_email: z.string(), user_name: z.string() })),
    }),
  }),
});

const calComStatus: Readonly<Record<string, KnownCall["status"]>> = {
  BOOKING_CREATED: "accepted",
  BOOKING_PAID: "accepted",
  BOOKING_REQUESTED: "pending",
  BOOKING_RESCHEDULED: "accepted",
  BOOKING_CANCELLED: "cancelled",
  BOOKING_REJECTED: "cancelled",
};
const calendlyStatus: Readonly<Record<string, KnownCall["status"]>> = {
  "invitee.created": "accepted",
  "invitee.canceled": "cancelled",
};

/** The calls that schedulers have told of, by ticket. Tests of the scheduler (no uid) and other events are passed over. */
export function createCalls() {
  const calls = new Map<string, KnownCall & { tickets: string[] }>();

  return {
    calCom(body: unknown): void {
      const { data } = CalCom.safeParse(body);
      const status = calComStatus[data?.triggerEvent ?? ""];
      if (!data || !status) return;
      const { uid, startTime, endTime, organizer, metadata, rescheduleUid } = data.payload;
      if (rescheduleUid) calls.delete(idOf(rescheduleUid));
      calls.set(idOf(uid), {
        id: idOf(uid),
        start: startTime,
        end: endTime,
        status,
        timeZone: organizer.timeZone ?? null,
        technician: { email: organizer.email, name: organizer.name },
        tickets: [metadata.ticketId, metadata.ticketNumber].filter((id) => typeof id === "string"),
      });
    },
    calendly(body: unknown): void {
      const { data } = Calendly.safeParse(body);
      const status = calendlyStatus[data?.event ?? ""];
      const { tracking, scheduled_event: event } = data?.payload ?? {};
      const [host] = event?.event_memberships ?? [];
      if (!status || !event || !host || !tracking?.utm_content) return;
      calls.set(idOf(event.uri), {
        id: idOf(event.uri),
        start: event.start_time,
        end: event.end_time,
        status,
        timeZone: null,
        technician: { email: host.user_email, name: host.user_name },
        tickets: [tracking.utm_content],
      });
    },
    of: (ticket: string): KnownCall[] =>
      [...calls.values()]
        .filter(({ tickets }) => tickets.includes(ticket))
        .map(({ tickets: _, ...call }) => call),
  };
}

/** Whoever has the scheduler's own id can cancel the call: pages get another one. */
function idOf(uid: string): string {
  return createHash("sha256").update(uid).digest("hex").slice(0, 24);
}
