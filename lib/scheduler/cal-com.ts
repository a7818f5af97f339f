import * as z from "zod/mini";
import type { Outcome } from "../booking/outcome";
import type { Prefill } from "./prefill";
import type { LinkKind, Opening, Scheduler, SchedulerEvent, Theme } from "./scheduler";

/**
 * Cal.com: cloud, EU, organisations, self-hosted. Facts measured on Cal.com 6.0.7 and read in @calcom/embed-core 1.5.3.
 */
export const calCom: Scheduler = {
  id: "cal-com",
  name: "Cal.com",
  hosts: [
    "cal.com",
    "www.cal.com",
    "app.cal.com",
    "*.cal.com",
    "cal.eu",
    "www.cal.eu",
    "app.cal.eu",
    "*.cal.eu",
  ],
  recognise,
  recogniseElsewhere: (link) => (hubSpotLike.test(link.pathname) ? null : recognise(link)),
  canonical,
  open,
  plainLink,
  trusts,
  understand,
  tells: "time",
};

/** HubSpot's pages on customers' own domains; no user of a Cal.com server is called so. */
const hubSpotLike = /^\/meetings\//;

/** Namespace of our embed; every message of the frame carries it. */
export const NAMESPACE = "callcard";

// First path segments of Cal.com's own pages (apps/web/pagesAndRewritePaths.ts, 6.0.7).
const NOT_CALENDARS = new Set(
  "api apps auth availability blog booking bookings cancel connect docs embed enterprise event-types getting-started help insights login logout maintenance more payment pricing reschedule routing settings signup success teams upgrade video workflows _next".split(
    " ",
  ),
);

function recognise(link: URL): LinkKind | null {
  const [first = "", second, ...rest] = segments(link);
  if (first === "" || NOT_CALENDARS.has(first)) return null;
  if (first === "d") return rest.length === 1 ? "private" : null;
  if (first === "forms" || first === "router") return "form";
  if (first === "team" || first === "org") return second ? "team" : null;
  if (rest.length > 0) return null;
  return second ? "event" : "profile";
}

function open(link: URL, prefill: Prefill, theme: Theme): Opening {
  const origin = embedOrigin(link);
  const path = segments(link).join("/");
  const query = [
    ...parameters(link, prefill).filter(([key]) => key !== "theme"),
    ["theme", theme] as const,
    // The link's own layout stays.
    ...(link.searchParams.has("layout") ? [] : [["layout", "month_view"] as const]),
  ];
  if (recognise(link) === "private") {
    // Private links have no /embed route: a plain frame, told by ?embed= that it is one.
    const url = new URL(`${origin}/${path}`);
    for (const [key, value] of [...query, ["embed", NAMESPACE] as const]) url.searchParams.append(key, value);
    return { how: "frame", origin, url: url.href, quiet: false };
  }
  const config: Record<string, string | string[]> = {};
  for (const [key, value] of query) {
    const earlier = config[key];
    config[key] = earlier === undefined ? value : [earlier, value].flat();
  }
  return { how: "embed-core", origin, calLink: path, config };
}

function plainLink(link: URL, prefill: Prefill): URL {
  const url = new URL(link);
  url.search = "";
  for (const [key, value] of parameters(link, prefill)) url.searchParams.append(key, value);
  return url;
}

/** `https://cal.com/x` is the calLink `x` at `https://app.cal.com`; the marketing host cannot be framed reliably. */
function embedOrigin(link: URL): string {
  const marketing = /^(?:www\.)?cal\.(com|eu)$/.exec(link.hostname);
  return marketing ? `https://app.cal.${marketing[1]}` : link.origin;
}

function canonical(link: URL): URL {
  const url = new URL(link);
  if (url.hostname.startsWith("www.cal.")) url.hostname = url.hostname.slice("www.".length);
  url.pathname = segments(link).join("/");
  return url;
}

/** The link's own query, then what we know; guests add up, for the rest what the ticket says replaces the link's value. */
function parameters(link: URL, prefill: Prefill): [string, string][] {
  const { name, email, phone, guests, notes, metadata, questions } = prefill;
  const single: [string, string | null][] = [
    ["name", name],
    ["email", email],
    ["attendeePhoneNumber", phone],
    ["notes", notes],
    ...Object.entries(metadata).map(([key, value]): [string, string] => [`metadata[${key}]`, value]),
    ...Object.entries(questions),
  ];
  const ours = [
    ...single.filter((entry): entry is [string, string] => entry[1] !== null),
    ...guests.map((guest): [string, string] => ["guests", guest]),
  ];
  const replaced = new Set(ours.map(([key]) => key).filter((key) => key !== "guests"));
  return [...[...link.searchParams].filter(([key]) => !replaced.has(key)), ...ours];
}

/** Members of an organisation are redirected from app.cal.com to their organisation's subdomain, inside the frame. */
function trusts(origin: string, opened: string): boolean {
  if (origin === opened) return true;
  const family = /^https:\/\/(?:[\w-]+\.)*(cal\.(?:com|eu))$/;
  const home = family.exec(opened)?.[1];
  return home !== undefined && family.exec(origin)?.[1] === home;
}

const Message = z.object({ originator: z.literal("CAL"), type: z.string(), data: z.optional(z.unknown()) });
const Failed = z.object({ code: z.string() });
const Legacy = z.object({ organizer: z.object({ timeZone: z.string() }) });
const instant = z.optional(z.nullable(z.iso.datetime({ offset: true })));
const Booked = z.object({
  uid: z.optional(z.string()),
  startTime: instant,
  endTime: instant,
  status: z.optional(z.string()),
  paymentRequired: z.boolean(),
  videoCallUrl: z.optional(z.unknown()),
});
const JoinUrl = z.url({ protocol: /^https$/ });

function understand(message: unknown): SchedulerEvent | null {
  const parsed = Message.safeParse(message);
  if (!parsed.success) return null;
  const { type, data } = parsed.data;
  switch (type) {
    case "linkReady":
      return { type: "ready" };
    case "linkFailed":
      return { type: "failed", code: Failed.safeParse(data).data?.code ?? "?" };
    case "bookingSuccessful": {
      // Deprecated, and comes a moment before V2; the only place where the host's time zone is told.
      const timeZone = Legacy.safeParse(data).data?.organizer.timeZone;
      return timeZone ? { type: "host-time-zone", timeZone } : { type: "alive" };
    }
    case "bookingSuccessfulV2":
      return { type: "booked", outcome: outcomeOf(data) };
    case "rescheduleBookingSuccessfulV2": // with a new uid
      return { type: "rescheduled", outcome: outcomeOf(data) };
    case "bookingCancelled":
      return { type: "cancelled" };
    default:
      return { type: "alive" };
  }
}

function outcomeOf(data: unknown): Outcome {
  const { data: booking } = Booked.safeParse(data);
  const joinUrl = JoinUrl.safeParse(booking?.videoCallUrl).data;
  // A booking whose details cannot be read is a booking all the same: say so, without a time.
  return {
    uid: booking?.uid ?? null,
    start: booking?.startTime ?? null,
    end: booking?.endTime ?? null,
    status: !booking?.status || booking.status.toUpperCase() === "ACCEPTED" ? "accepted" : "pending",
    paymentRequired: booking?.paymentRequired ?? false,
    timeZone: null,
    ...(joinUrl ? { joinUrl } : {}),
  };
}

/** The parts of a link's path, without the one that only frames use. */
function segments(link: URL): string[] {
  const parts = link.pathname.split("/").filter(Boolean);
  return parts.length > 1 && parts.at(-1) === "embed" ? parts.slice(0, -1) : parts;
}
