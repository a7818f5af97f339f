import type { StandInBooking } from "./cal-com";
import { type Calendar, eventTypes, type Host } from "./event-types";
import { type Html, html, inlineJson } from "./html";

/** What a page of the stand-in is told about itself, as JSON in its head. */
type PageData =
  | { view: "booker"; name: string; link: string | null; host: Host; event: (typeof eventTypes)[number] }
  | { view: "profile"; host: Host; events: typeof eventTypes }
  | { view: "booking"; name: string; host: Host; event: (typeof eventTypes)[number]; booking: StandInBooking }
  | { view: "not-found" };

/** A calendar, or a host's list of event types. `embed`: hidden until the parent window answers. */
export function calendarPage(calendar: Calendar, embed: boolean): Html {
  const { host } = calendar;
  if (calendar.kind === "profile")
    return shell(host.name, { view: "profile", host, events: eventTypes }, embed);
  const { event, name, link } = calendar;
  return shell(`${event.title} | ${host.name}`, { view: "booker", name, link, host, event }, embed);
}

/** The page of one booking, where it can be moved or cancelled. */
export function bookingPage(
  booking: StandInBooking,
  calendar: Extract<Calendar, { kind: "event" }>,
  embed: boolean,
): Html {
  const { host, event, name } = calendar;
  return shell(event.title, { view: "booking", name, host, event, booking }, embed);
}

/** The page of an address that is no calendar. */
export function notFoundPage(embed: boolean): Html {
  return shell("404: This page could not be found", { view: "not-found" }, embed);
}

/** Where the event type "redirect" leads. */
export function redirectedPage(): Html {
  return document(
    "Thank you",
    html`<main class="panel message"><h1>Thank you</h1><p>You were redirected here after the booking.</p></main>`,
  );
}

function shell(title: string, data: PageData, embed: boolean): Html {
  const head = html`<script type="application/json" id="page">${inlineJson(data)}</script>
    <script type="module" src="/assets/page.js"></script>`;
  return document(title, html`<main class="main" tabindex="-1"></main>`, head, embed ? "embed waiting" : "");
}

function document(title: string, body: Html, head: Html = html``, classes = ""): Html {
  return html`<!doctype html>
<html lang="en" class="${classes}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title}</title>
    <link rel="icon" href="/assets/icon.svg">
    <link rel="stylesheet" href="/assets/page.css">
    <link rel="stylesheet" href="/assets/booker.css">
    ${head}
  </head>
  <body>${body}</body>
</html>
`;
}
