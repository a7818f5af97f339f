import { element } from "./dom.js";
import { reportSize, send } from "./protocol.js";
import { timeZone } from "./times.js";

/** The form of a slot, filled in by the page's query: a field has the name of its slug. */
export function bookingForm({ page, slot, query, onBack, onBooked }) {
  const full = [query.get("firstName"), query.get("lastName")].filter(Boolean).join(" ");
  const guests = element("div", { className: "guests" });
  const addGuest = (value) =>
    guests.append(
      element(
        "label",
        {},
        "Guest",
        element("input", { name: "guests", value, inputMode: "email", autocomplete: "off" }),
      ),
    );
  for (const guest of query.getAll("guests")) addGuest(guest);

  const taken = element("div", { className: "alert-place", role: "alert" });
  const confirm = element(
    "button",
    { type: "submit", className: "primary", "data-testid": "confirm" },
    "Confirm",
  );
  const phone = (query.get("attendeePhoneNumber") ?? "").replace(/^ /, "+"); // an unencoded "+", as Cal.com repairs it
  return element(
    "form",
    { className: "form", onsubmit: submit },
    field(
      "Your name",
      element("input", {
        name: "name",
        required: true,
        value: query.get("name") ?? full,
        autocomplete: "name",
      }),
    ),
    field(
      "Email address",
      element("input", {
        name: "email",
        type: "email",
        required: true,
        value: query.get("email") ?? "",
        autocomplete: "email",
      }),
    ),
    field(
      "Phone number (optional)",
      element("input", { name: "attendeePhoneNumber", type: "tel", value: phone, autocomplete: "tel" }),
    ),
    field(
      "Additional notes",
      element("textarea", { name: "notes", rows: 3, value: query.get("notes") ?? "" }),
    ),
    guests,
    element(
      "button",
      {
        type: "button",
        className: "plain",
        "data-testid": "add-guest",
        onclick: () => {
          addGuest("");
          guests.lastElementChild.querySelector("input").focus();
          reportSize();
        },
      },
      "+ Add guests",
    ),
    taken,
    element(
      "div",
      { className: "actions" },
      element(
        "button",
        { type: "button", className: "plain", "data-testid": "back", onclick: onBack },
        "Back",
      ),
      confirm,
    ),
  );

  async function submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    confirm.disabled = true;
    taken.replaceChildren();
    const answer = await fetch("/api/book", {
      method: "POST",
      body: JSON.stringify({
        event: page.name,
        link: page.link ?? null,
        start: slot,
        timeZone,
        responses: { ...Object.fromEntries(data), guests: data.getAll("guests").filter(Boolean) },
        query: Object.fromEntries([...query.keys()].map((key) => [key, query.getAll(key)])),
      }),
    });
    if (answer.status === 409) {
      confirm.disabled = false;
      taken.append(
        element(
          "p",
          { className: "alert", "data-testid": "taken" },
          "This time is no longer free. Please choose another one.",
        ),
      );
      reportSize();
      return;
    }
    const booking = await answer.json();
    tellParent(page, booking, query.has("rescheduleUid"));
    if (!page.event.successRedirect) onBooked(booking);
    else window.top.location.href = new URL(page.event.successRedirect, location.href).href;
  }
}

/** Both events of a booking: the deprecated one first, as Cal.com 6 does. */
function tellParent({ host, event }, booking, rescheduled) {
  const prefix = rescheduled ? "rescheduleBooking" : "booking";
  const { uid, start, end, status, attendee } = booking;
  const title = `${event.title} between ${host.name} and ${attendee.name}`;
  send(`${prefix}Successful`, {
    booking: { uid, title, startTime: start, endTime: end, status },
    eventType: { id: event.id, title: event.title, slug: event.slug, length: event.length },
    date: start,
    duration: event.length,
    organizer: { name: host.name, email: host.email, timeZone: host.timeZone },
    confirmed: status === "ACCEPTED",
  });
  send(`${prefix}SuccessfulV2`, {
    uid,
    title,
    startTime: start,
    endTime: end,
    eventTypeId: event.id,
    status,
    paymentRequired: event.paymentRequired,
    isRecurring: false,
    ...(event.videoCallUrl && { videoCallUrl: event.videoCallUrl }),
  });
  send("availabilityLoaded", { eventId: event.id, eventSlug: event.slug });
}

function field(label, input) {
  return element("label", {}, label, input);
}
