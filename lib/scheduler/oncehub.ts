import * as z from "zod/mini";
import { defineScheduler, segmentsOf } from "./define-scheduler";
import type { SchedulerEvent } from "./scheduler";

const Message = z.object({
  type: z.string().check(z.startsWith("oncehub.")),
  payload: z.optional(z.unknown()),
});
const Scheduled = z.object({
  id: z.optional(z.string()),
  starting_time: z.optional(z.iso.datetime({ offset: true })),
  duration_minutes: z.optional(z.number().check(z.positive(), z.lt(10_000))),
});

function understand(message: unknown): SchedulerEvent | null {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return null;
  const { type, payload } = parsed.data;
  if (type === "oncehub.booking_calendar.loaded") return { type: "ready" };
  if (type !== "oncehub.booking.scheduled") return { type: "alive" };
  const {
    id = null,
    starting_time: start = null,
    duration_minutes,
  } = Scheduled.safeParse(payload).data ?? {};
  const end =
    start && duration_minutes ? new Date(Date.parse(start) + duration_minutes * 60_000).toISOString() : null;
  const outcome = {
    uid: id,
    start,
    end,
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
  } as const;
  return { type: "booked", outcome };
}

/**
 * OnceHub.
 * @see https://developers.oncehub.com/docs/client-side-api/embedded-booking-calendar-events
 */
export const onceHub = defineScheduler({
  id: "oncehub",
  name: "OnceHub",
  hosts: ["oncehub.com", "go.oncehub.com", "secure.oncehub.com", "*.oncehub.com", "meetme.so"],
  recognise: (link) =>
    /^(?:developers|help|app|account|api|www|support)\./.test(link.hostname) || segmentsOf(link).length !== 1
      ? null
      : "page",
  prefill: ({ name, email, phone, notes, questions }) => [
    ["name", name],
    ["email", email],
    ["phone", phone],
    ["note", notes],
    ...Object.entries(questions), // names of custom fields
  ],
  understand,
  tells: "time",
});
