import { element } from "./dom.js";
import { send } from "./protocol.js";

/** A host's event types; a click leads to the calendar, an embed stays one. */
export function showProfile(main, { host, events }) {
  const embed = /\/embed\/?$/.test(location.pathname) ? "/embed" : "";
  const items = events.map((event) =>
    element(
      "li",
      {},
      element(
        "a",
        {
          href: `/${host.slug}/${event.slug}${embed}${location.search}`,
          "data-testid": "event-type",
          onclick: () => send("eventTypeSelected", { eventType: { id: event.id, slug: event.slug } }),
        },
        element("strong", {}, event.title),
        element("span", { className: "muted" }, `${event.length} min · ${event.description}`),
      ),
    ),
  );
  main.append(
    element(
      "div",
      { className: "panel profile" },
      element("div", { className: "avatar", "aria-hidden": "true" }, initials(host.name)),
      element("h1", {}, host.name),
      element("ul", {}, items),
    ),
  );
}

/** "TT" for Tess Tech. */
export function initials(name) {
  return name
    .split(" ")
    .map((word) => word[0])
    .join("")
    .slice(0, 2);
}
