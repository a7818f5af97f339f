import { element } from "../../assets/dom.js";
import { monthView } from "../../assets/month.js";
import { dayOf, longDayOf, shortDayName, timeOf, timeZone } from "../../assets/times.js";
import { bookingForm } from "./form.js";
import { tell, watchHeight } from "./protocol.js";

const query = new URLSearchParams(location.search);

/** The calendar of an event type: a day, a slot, a form. */
export async function showBooker(main, page) {
  const panel = element("div", { className: "panel booker" });
  main.append(panel);
  watchHeight();
  const answer = await fetch(`/page/slots?event=${encodeURIComponent(page.event)}`);
  const { slots } = await answer.json();
  const days = grouped(slots);
  const months = [...new Set([...days.keys()].map((day) => day.slice(0, 7)))];
  const asked = query.get("date");
  const state = {
    day: days.has(asked) ? asked : null,
    month: (days.has(asked) ? asked : query.get("month")) ?? months[0],
    slot: slots.find((slot) => Date.parse(slot) === Date.parse(page.slot)) ?? null,
  };
  state.month = months.find((month) => state.month?.startsWith(month)) ?? months[0];
  render();
  tell("event_type_viewed");

  function change(next) {
    Object.assign(state, next);
    render();
    if (next.slot) tell("date_and_time_selected");
  }

  function render() {
    panel.className = `panel booker${state.slot ? " with-form" : state.day ? " with-day" : ""}`;
    panel.replaceChildren(about(page, state.slot), ...(state.slot ? [form()] : picker()));
  }

  function picker() {
    const month = monthView({
      month: state.month,
      months,
      free: new Set(days.keys()),
      selected: state.day,
      onMonth: (month) => change({ month, day: null }),
      onDay: (day) => change({ day }),
    });
    return state.day ? [month, slotList(days.get(state.day))] : [month];
  }

  function slotList(slots) {
    const items = slots.map((slot) => {
      const onclick = () => change({ slot });
      const button = { type: "button", className: "slot", "data-testid": "slot", "data-time": slot, onclick };
      return element("li", {}, element("button", button, timeOf(slot)));
    });
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
      onBack: () => change({ slot: null }),
      onBooked: (uris) => {
        panel.replaceWith(booked(page, state.slot, uris));
        tell("event_scheduled", uris);
      },
    });
  }
}

function about(page, slot) {
  const facts = [slot && `${timeOf(slot)}, ${longDayOf(slot)}`, `${page.minutes} min`, timeZone].filter(
    Boolean,
  );
  return element(
    "section",
    { className: "about", "aria-label": "About this call" },
    element("p", { className: "muted" }, page.host),
    element("h1", {}, page.name),
    element("p", {}, page.description),
    element(
      "ul",
      { className: "muted" },
      facts.map((fact) => element("li", {}, fact)),
    ),
  );
}

function booked(page, slot, { invitee }) {
  return element(
    "div",
    { className: "panel booked", "data-testid": "booked", "data-uri": invitee.uri },
    element("h1", {}, "You are scheduled"),
    element("p", {}, `${page.name} with ${page.host}`),
    element("p", {}, `${timeOf(slot)}, ${longDayOf(slot)} (${timeZone})`),
    element("p", { className: "muted" }, "This is a local stand-in: no email was sent."),
  );
}

function grouped(slots) {
  const days = new Map();
  for (const slot of slots) days.set(dayOf(slot), [...(days.get(dayOf(slot)) ?? []), slot]);
  return days;
}
