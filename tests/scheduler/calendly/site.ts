import * as z from "zod/mini";
import { type Answer, asset, json, type LocalRequest, page, redirect } from "../local-server";
import { type Book, nameOf, TRACKING, type Tracking } from "./book";
import { pageOf } from "./pages";
import { type Origins, uriOf } from "./resources";

const shared = new URL("../assets/", import.meta.url);
const own = new URL("assets/", import.meta.url);

/** What the page posts when someone confirms. */
const Booking = z.strictObject({
  event: z.string(),
  link: z.nullable(z.string()),
  start: z.string(),
  name: z.string(),
  email: z.string(),
  timeZone: z.string(),
  guests: z.array(z.string()),
  answers: z.array(z.strictObject({ question: z.string(), answer: z.string(), position: z.number() })),
  tracking: z.record(z.string(), z.string()),
});

/** The pages that people book on. They can be framed, as Calendly's. */
export function answerSite(
  { method, url, body }: LocalRequest,
  book: Book,
  origins: Origins,
): Answer | Promise<Answer> {
  const [first, second, third] = url.pathname.split("/").filter(Boolean);
  if (first === "assets") return asset(shared, second ?? "");
  if (first === "calendly") return asset(own, second === "assets" ? (third ?? "") : "");
  if (url.pathname === "/page/slots") return slots(url.searchParams.get("event") ?? "", book);
  if (url.pathname === "/page/book" && method === "POST") return add(JSON.parse(body), book, origins);
  if (first === "cancellations" && method === "POST") return cancel(url, book);
  const found = pageOf(url.pathname, book);
  return page(found.page, found.status);
}

function slots(event: string, book: Book): Answer {
  const type = book.types.find((type) => nameOf(type) === event);
  return type ? json({ slots: book.free(type) }) : json({}, 404);
}

function add(given: unknown, book: Book, origins: Origins): Answer {
  const { event, link: id, start, name, email, timeZone, guests, answers, tracking } = Booking.parse(given);
  const type = book.types.find((type) => nameOf(type) === event);
  const link = id === null ? null : book.findLink(id);
  if (!type || link?.used) return json({}, 404);
  const booking = book.add({
    type,
    start,
    invitee: { name, email, timeZone },
    answers,
    guests,
    tracking: Object.fromEntries(TRACKING.map((key) => [key, tracking[key] ?? null])) as Tracking,
    location: null,
  });
  if (!booking) return json({}, 409);
  if (link) link.used = true;
  return json({
    event: { uri: uriOf.event(origins.api, booking) },
    invitee: { uri: uriOf.invitee(origins.api, booking) },
  });
}

function cancel(url: URL, book: Book): Answer {
  const booking = book.bookings.find(({ inviteeUuid }) => url.pathname.endsWith(inviteeUuid));
  if (booking && !booking.canceled) book.cancel(booking, "", booking.invitee.name);
  return redirect(url.pathname);
}
