import { showBooked } from "./booked.js";
import { element } from "./dom.js";
import { bookingForm } from "./form.js";
import { monthView } from "./month.js";
import { initials } from "./profile.js";
import { parentKnows, reportSize, send } from "./protocol.js";
import { dayOf, longDayOf, shortDayName, timeOf, timeZone } from "./times.js";

const query = new URLSearchParams(location.search);

/** The calendar of an event type: a day, a slot, a form. */
export async function showBooker(main, page) {
  const ids = { eventId: page.event.id, eventSlug: page.event.slug };
  const state = { slots: null, month: null, day: null, slot: null };
  const panel = element("div", { className: "panel booker" });
  main.append(panel);
  render();
  send("navigatedToBooker");

  let ready = false;
  parentKnows.then(() => {
    ready = true;
    send(
      "bookerViewed",
      state.slots ? { ...ids, slotsLoaded: true } : { eventId: null, eventSlug: null, slotsLoaded: false },
    );
    if (state.slots) send("bookerReady", ids);
  });

  const answer = await fetch(`/api/slots?event=${encodeURIComponent(page.name)}`);
  const { slots } = await answer.json();
  state.slots = groupByDay(slots);
  const days = [...state.slots.keys()];
  const asked = query.get("date");
  state.day = days.includes(asked) ? asked : null;
  state.month = (
    state.day ??
    days.find((day) => day.startsWith(query.get("month") ?? "")) ??
    days[0] ??
    dayOf(Date.now())
  ).slice(0, 7);
  state.slot = slots.find((slot) => slot === query.get("slot")) ?? null;
  send("availabilityLoaded", ids);
  if (ready) send("bookerReady", ids);
  render();

  function change(next, focus) {
    Object.assign(state, next);
    render();
    panel.querySelector(focus)?.focus();
    send("__routeChanged");
    send("availabilityLoaded", ids);
  }

  function render() {
    panel.className = `panel booker${state.slot ? " with-form" : state.day ? " with-day" : ""}`;
    panel.replaceChildren(about(page, state.slot), ...(state.slot ? [form()] : picker()));
    reportSize();
  }

  function picker() {
    if (!state.slots)
      return [element("p", { className: "muted loading", role: "status" }, "Loading free times…")];
    const months = [...new Set([...state.slots.keys()].map((day) => day.slice(0, 7)))];
    const month = monthView({
      month: state.month,
      months,
      free: new Set(state.slots.keys()),
      selected: state.day,
      onMonth: (month) => change({ month, day: null }, ".turn:enabled"),
      onDay: (day) => change({ day }, `[data-date="${day}"]`),
    });
    return state.day ? [month, slotList()] : [month];
  }

  function slotList() {
    const items = state.slots.get(state.day).map((slot) =>
      element(
        "li",
        {},
        element(
          "button",
          {
            type: "button",
            className: "slot",
            "data-testid": "slot",
            "data-time": slot,
            onclick: () => change({ slot }, "input"),
          },
          timeOf(slot),
        ),
      ),
    );
    return element(
      "section",
      { className: "slots", "aria-label": "Time" },
      element("h2", {}, shortDayName(state.day)),
      element("ul", {}, items),
    );
  }

  function form() {
    return bookingForm({
      page,
      slot: state.slot,
      query,
      onBack: () => change({ slot: null }, `[data-date="${state.day}"]`),
      onBooked: (booking) => {
        panel.remove();
        showBooked(main, page, booking);
        main.focus({ preventScroll: true });
        send("__routeChanged");
        reportSize();
      },
    });
  }
}

function about({ host, event }, slot) {
  const facts = [
    slot ? `${longDayOf(slot)}, ${timeOf(slot)}` : null,
    `${event.length} min`,
    event.videoCallUrl ? "Video call" : "Phone or video call",
    event.requiresConfirmation ? "Requires confirmation" : null,
    event.paymentRequired ? "Requires payment" : null,
    timeZone,
  ].filter((fact) => fact !== null);
  return element(
    "section",
    { className: "about", "aria-label": "About this call" },
    element("div", { className: "avatar", "aria-hidden": "true" }, initials(host.name)),
    element("p", { className: "muted" }, host.name),
    element("h1", {}, event.title),
    element("p", {}, event.description),
    element(
      "ul",
      { className: "muted" },
      facts.map((fact) => element("li", {}, fact)),
    ),
  );
}

function groupByDay(slots) {
  const days = new Map();
  for (const slot of slots) days.set(dayOf(slot), [...(days.get(dayOf(slot)) ?? []), slot]);
  return days;
}
