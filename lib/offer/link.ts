import { isLoopback } from "../settings/origin-pattern";

/** Longest booking link that can be stored, in characters (the seed portal's column is VARCHAR(500)). */
export const MAX_LINK_LENGTH = 500;

/** Hosts that a booking link may have before anybody adds their own; `*.` stands for every subdomain. */
export const DEFAULT_BOOKING_HOSTS: readonly string[] = (
  "cal.com *.cal.com cal.eu *.cal.eu calendly.com *.calendly.com calendar.google.com calendar.app.google " +
  "outlook.office365.com outlook.office.com bookings.cloud.microsoft book.ms " +
  "meetings.hubspot.com meetings-eu1.hubspot.com meetings-na2.hubspot.com meetings-na3.hubspot.com meetings-ap1.hubspot.com " +
  "savvycal.com www.savvycal.com zcal.co www.zcal.co tidycal.com www.tidycal.com " +
  "*.acuityscheduling.com *.squarespacescheduling.com *.as.me *.youcanbook.me ycb.me *.ycb.me " +
  "*.zohobookings.com *.zohobookings.eu *.zohobookings.in *.zohobookings.jp *.zohobookings.ca *.zohobookings.sa " +
  "*.zohobookings.com.au *.zohobookings.com.cn oncehub.com *.oncehub.com meetme.so *.chilipiper.com " +
  "scheduler.zoom.us koalendar.com www.koalendar.com " +
  "book.nylas.com schedule.nylas.com book.eu.nylas.com schedule.eu.nylas.com"
).split(" ");

/** Why a text is no booking link. `host` is the host that the reason is about. */
export type LinkProblem =
  | { code: "empty" | "too-long" | "not-a-link" | "not-https" | "has-credentials" | "no-calendar" }
  | { code: "host-not-allowed"; host: string };

export type LinkCheck = { ok: true; url: URL } | { ok: false; problem: LinkProblem };

/**
 * Checks what a person typed as a booking link: trimmed, completed to https when only the scheme is missing, at most
 * 500 characters, https (http on loopback only), no user name or password, and a host on the allow-list.
 */
export function checkLink(typed: string, bookingHosts: readonly string[]): LinkCheck {
  const text = typed.trim();
  if (text === "") return refuse("empty");
  if (text.length > MAX_LINK_LENGTH) return refuse("too-long");
  const url = parse(text);
  if (!url) return refuse("not-a-link");
  if (url.username || url.password) return refuse("has-credentials");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname)))
    return refuse("not-https");
  if (!isAllowedHost(url, bookingHosts))
    return { ok: false, problem: { code: "host-not-allowed", host: url.host } };
  return { ok: true, url };
}

/**
 * Whether a URL's host is on the allow-list. Entries are a host (`cal.example.com`), a host with a port, or `*.` and a
 * domain, which stands for its subdomains. Without a port in the entry, only the scheme's own port is meant.
 */
export function isAllowedHost(url: URL, bookingHosts: readonly string[]): boolean {
  const { host } = url;
  return bookingHosts.some((entry) => {
    const allowed = asciiHost(entry.trim().toLowerCase());
    return allowed.startsWith("*.")
      ? host.endsWith(allowed.slice(1)) && host.length > allowed.length - 1
      : host === allowed;
  });
}

/** A host as addresses have it: `käl.example` is `xn--kl-via.example` there. */
function asciiHost(entry: string): string {
  const [, wildcard = "", host = ""] = /^(\*\.)?([\p{L}\d.:-]+)$/u.exec(entry) ?? [];
  return URL.canParse(`https://${host}`) ? wildcard + new URL(`https://${host}`).host : entry;
}

function parse(text: string): URL | null {
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text);
  const complete = hasScheme ? text : `https://${text.replace(/^\/+/, "")}`;
  if (/\s/.test(complete) || !URL.canParse(complete)) return null;
  const url = new URL(complete);
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1); // the root's dot: the same host
  return url.hostname.includes(".") || isLoopback(url.hostname) ? url : null;
}

function refuse(code: Exclude<LinkProblem["code"], "host-not-allowed">): LinkCheck {
  return { ok: false, problem: { code } };
}
