import { defineScheduler, segmentsOf } from "./define-scheduler";

/**
 * Zoom Scheduler. It tells about bookings only to web sites that its user has named, which an extension cannot be.
 * @see https://developers.zoom.us/docs/scheduler/integrate
 */
export const zoom = defineScheduler({
  id: "zoom",
  name: "Zoom Scheduler",
  hosts: ["scheduler.zoom.us"],
  recognise(link) {
    const [first, second, third] = segmentsOf(link);
    if (!first || first === "login") return null;
    if (first === "d") return second && third ? "private" : null;
    return second ? "event" : "profile";
  },
  embed: () => [["embed", "true"]],
  tells: "nothing",
});
