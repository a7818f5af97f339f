import * as z from "zod/mini";
import { defineScheduler, segmentsOf } from "./define-scheduler";
import type { SchedulerEvent } from "./scheduler";

const Message = z.object({ action: z.string(), args: z.optional(z.unknown()) });

/** `booked` comes before the booking is committed, so only `booking-confirmed` counts (help.chilipiper.com 1500011381522). */
function understand(message: unknown): SchedulerEvent | null {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return null;
  const { action } = parsed.data;
  if (action === "availability-loaded" || action === "no-free-slots") return { type: "ready" };
  if (action !== "booking-confirmed") return { type: "alive" };
  const nothing = { uid: null, start: null, end: null, timeZone: null };
  return { type: "booked", outcome: { status: "accepted", paymentRequired: false, ...nothing } };
}

/** Chili Piper. Its forms are filled in by its own script only. */
export const chiliPiper = defineScheduler({
  id: "chili-piper",
  name: "Chili Piper",
  hosts: ["*.chilipiper.com"],
  recognise(link) {
    if (/^(?:www|help|app|fire|api)\./.test(link.hostname)) return null;
    const [first, second] = segmentsOf(link);
    if (first === "me" || first === "book" || first === "round-robin") return second ? "event" : null;
    return link.hostname === "calendar.chilipiper.com" && first ? "page" : null;
  },
  names: (link) => segmentsOf(link).slice(1),
  understand,
  tells: "booked",
});
