import { type Html, html, inlineJson } from "../html";
import { type Book, nameOf } from "./book";
import { type EventType, hosts } from "./event-types";

/** What an address of the stand-in shows; `null` where there is nothing. */
export function pageOf(path: string, book: Book): { status: number; page: Html } {
  const [first = "", second, third, ...rest] = path.split("/").filter(Boolean).map(decodeURIComponent);
  if (first === "d") return singleUsePage(second ?? "", third, book);
  if (first === "cancellations") return cancelPage(second ?? "", book);
  if (first === "reschedulings")
    return message(200, "Not in the stand-in", "Moving a call is not imitated. Cancel it and book again.");
  const host = hosts.find(({ slug }) => slug === first);
  const types = book.types.filter((type) => type.active && type.host === host);
  if (!host || rest.length > 0) return notFound();
  if (second === undefined) return { status: 200, page: profilePage(host.name, types) };
  const type = types.find(({ slug }) => slug === second);
  return type ? { status: 200, page: bookerPage(type, { link: null, slot: third ?? null }) } : notFound();
}

/** A link that ends after one booking. */
function singleUsePage(id: string, slug: string | undefined, book: Book) {
  const link = book.findLink(id);
  if (!link || (slug !== undefined && slug !== link.type.slug)) return notFound();
  if (link.used)
    return message(
      410,
      "This link has expired",
      "It was for one meeting only, and that one was booked.",
      "expired",
    );
  return { status: 200, page: bookerPage(link.type, { link: id, slot: null }) };
}

function cancelPage(inviteeUuid: string, book: Book) {
  const booking = book.bookings.find((booking) => booking.inviteeUuid === inviteeUuid);
  if (!booking) return notFound();
  if (booking.canceled)
    return message(200, "This meeting is cancelled", book.typeOf(booking).name, "cancelled");
  return {
    status: 200,
    page: document(
      "Cancel",
      html`<main class="main"><form method="post" class="panel message"><h1>Cancel this meeting?</h1>
      <p>${book.typeOf(booking).name}, ${booking.start}</p>
      <button class="primary" data-testid="cancel">Cancel meeting</button></form></main>`,
    ),
  };
}

function profilePage(name: string, types: readonly EventType[]): Html {
  return shell(name, {
    view: "profile",
    name,
    types: types.map((type) => ({ path: `/${nameOf(type)}`, name: type.name, minutes: type.duration })),
  });
}

function bookerPage(type: EventType, { link, slot }: { link: string | null; slot: string | null }): Html {
  return shell(type.name, {
    view: "booker",
    event: nameOf(type),
    name: type.name,
    host: type.host.name,
    minutes: type.duration,
    description: type.description,
    questions: type.questions,
    link,
    slot,
  });
}

function notFound() {
  return message(404, "This Calendly URL is not valid", "If you are the owner, sign in to see why.");
}

function message(status: number, title: string, words: string, testId = "message") {
  const body = html`<main class="main"><div class="panel message" data-testid="${testId}"><h1>${title}</h1><p>${words}</p></div></main>`;
  return { status, page: document(title, body) };
}

function shell(title: string, data: object): Html {
  const head = html`<script type="application/json" id="page">${inlineJson(data)}</script>
    <script type="module" src="/calendly/assets/page.js"></script>`;
  return document(title, html`<main class="main" tabindex="-1"></main>`, head);
}

function document(title: string, body: Html, head: Html = html``): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} - local Calendly</title>
    <link rel="icon" href="/assets/icon.svg">
    <link rel="stylesheet" href="/assets/page.css">
    <link rel="stylesheet" href="/assets/booker.css">
    ${head}
  </head>
  <body>${body}</body>
</html>
`;
}
