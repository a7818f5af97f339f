import { element } from "./dom.js";
import { reportSize, send } from "./protocol.js";
import { longDayOf, timeOf, timeZone } from "./times.js";

/** A booking: what, when, with whom, and how to move or cancel it. */
export function showBooked(main, { host, event }, booking) {
  const heading = event.paymentRequired
    ? "This meeting is held until it is paid"
    : booking.status === "PENDING"
      ? "Your booking has been submitted"
      : "This meeting is scheduled";
  const note =
    booking.status === "PENDING"
      ? `${host.name} still needs to confirm it.`
      : "This is a local stand-in: no email was sent.";
  const embed = /\/embed\/?$/.test(location.pathname) ? "/embed" : "";
  const rows = [
    ["What", `${event.title} between ${host.name} and ${booking.attendee.name}`],
    ["When", `${longDayOf(booking.start)}, ${timeOf(booking.start)} – ${timeOf(booking.end)} (${timeZone})`],
    [
      "Who",
      [
        `${host.name} (${host.email})`,
        `${booking.attendee.name} (${booking.attendee.email})`,
        ...booking.guests,
      ].join("\n"),
    ],
    ["Where", event.videoCallUrl ?? booking.attendee.phone ?? "The host calls you"],
    ["Notes", booking.notes],
  ].filter(([, value]) => value);
  const panel = element(
    "div",
    { className: "panel booked", "data-testid": "booked", "data-uid": booking.uid },
    element("div", { className: "tick", "aria-hidden": "true" }, "✓"),
    element("h1", {}, heading),
    element("p", { className: "muted" }, note),
    element(
      "dl",
      {},
      rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
    ),
    element(
      "p",
      { className: "manage" },
      "Need to make a change? ",
      element(
        "a",
        { href: `/reschedule/${booking.uid}${embed}${location.search}`, "data-testid": "reschedule" },
        "Reschedule",
      ),
      " or ",
      element(
        "button",
        { type: "button", className: "link", "data-testid": "cancel", onclick: cancel },
        "Cancel",
      ),
    ),
  );
  main.append(panel);

  async function cancel() {
    await fetch("/api/cancel", { method: "POST", body: JSON.stringify({ uid: booking.uid }) });
    panel.querySelector("h1").textContent = "This meeting is cancelled";
    panel.querySelector(".tick").textContent = "×";
    panel.querySelector(".manage").remove();
    send("bookingCancelled", {
      booking,
      organizer: { name: host.name, email: host.email },
      eventType: { id: event.id },
    });
    reportSize();
  }
}
