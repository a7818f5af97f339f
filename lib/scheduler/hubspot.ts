import * as z from "zod/mini";
import type { Outcome } from "../booking/outcome";
import { defineScheduler, segmentsOf, splitName } from "./define-scheduler";
import type { SchedulerEvent } from "./scheduler";

const Booked = z.object({
  meetingBookSucceeded: z.literal(true),
  meetingsPayload: z.optional(
    z.object({
      bookingResponse: z.optional(
        z.object({
          event: z.optional(z.object({ dateTime: z.optional(z.number()), duration: z.optional(z.number()) })),
        }),
      ),
    }),
  ),
});
const Succeeded = z.object({ meetingBookSucceeded: z.literal(true) });
const withoutTime: Outcome = {
  uid: null,
  start: null,
  end: null,
  status: "accepted",
  paymentRequired: false,
  timeZone: null,
};
const Height = z.object({ height: z.number() });
/** Later instants are no dates, in milliseconds. */
const MAX_DATE = 8.64e15;

function understand(message: unknown): SchedulerEvent | null {
  const booked = Booked.safeParse(message);
  if (booked.success) {
    const { dateTime, duration } = booked.data.meetingsPayload?.bookingResponse?.event ?? {};
    const iso = (time: number | undefined) =>
      time !== undefined && Math.abs(time) <= MAX_DATE ? new Date(time).toISOString() : null;
    const end = dateTime !== undefined && duration !== undefined ? dateTime + duration : undefined;
    const times = { start: iso(dateTime), end: iso(end), timeZone: null };
    return { type: "booked", outcome: { uid: null, status: "accepted", paymentRequired: false, ...times } };
  }
  // Its message is undocumented and changes: whatever else it says, it says that a call was booked.
  if (Succeeded.safeParse(message).success) return { type: "booked", outcome: withoutTime };
  return Height.safeParse(message).success ? { type: "ready" } : null;
}

/** HubSpot Meetings, in all regions and on customers' own domains. */
export const hubSpot = defineScheduler({
  id: "hubspot",
  name: "HubSpot Meetings",
  hosts: [
    "meetings.hubspot.com",
    ...["eu1", "na2", "na3", "ap1"].map((region) => `meetings-${region}.hubspot.com`),
  ],
  recognise: (link) => (segmentsOf(link).length > 0 && segmentsOf(link).length <= 2 ? "event" : null),
  recogniseElsewhere: (link) => (/^\/meetings\/[\w-]+(?:\/[\w-]+)?\/?$/.test(link.pathname) ? "event" : null),
  prefill({ name, email, phone, questions }) {
    const { first, last } = splitName(name);
    return [
      ["firstName", first],
      ["lastName", last],
      ["email", email],
      ["phone", phone],
      ...Object.entries(questions), // internal names of the form's properties
    ];
  },
  embed: () => [["embed", "true"]],
  understand,
  tells: "time",
});
