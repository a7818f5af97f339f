/** Someone whose calendar the stand-in has. */
export interface Host {
  /** Id of the user; ids of event types begin at a hundred times this. */
  id: number;
  slug: string;
  name: string;
  email: string;
  timeZone: string;
}

/** A kind of call, as Cal.com's "event type". */
export interface EventType {
  id: number;
  slug: string;
  title: string;
  description: string;
  /** In minutes. */
  length: number;
  requiresConfirmation: boolean;
  paymentRequired: boolean;
  videoCallUrl: string | null;
  /** Path of the stand-in that the top window goes to after the booking. */
  successRedirect: string | null;
}

/** What an address of the stand-in shows. */
export type Calendar =
  | { kind: "profile"; host: Host }
  | {
      kind: "event";
      host: Host;
      event: EventType;
      /** `tess/30min` */
      name: string;
      embeddable: boolean;
      /** The hash of a private link. */
      link: string | null;
    };

export const hosts: readonly Host[] = [
  { id: 0, slug: "tess", name: "Tess Tech", email: "tess@example.com", timeZone: "Europe/Berlin" },
  { id: 1, slug: "rob", name: "Rob Remote", email: "rob@example.com", timeZone: "America/New_York" },
  { id: 3, slug: "cleo", name: "Cleo Caster", email: "cleo@example.com", timeZone: "Europe/London" },
];
const team: Host = { id: 2, slug: "noc", name: "NOC", email: "noc@example.com", timeZone: "Etc/UTC" };

const plain = {
  requiresConfirmation: false,
  paymentRequired: false,
  videoCallUrl: null,
  successRedirect: null,
};

/** The event types that every host has. Ids of Tess's as in the recorded Cal.com, see `cal-embed-messages.json`. */
export const eventTypes: readonly EventType[] = [
  {
    ...plain,
    id: 1,
    slug: "30min",
    title: "30 Min Meeting",
    description: "A call about your ticket.",
    length: 30,
  },
  {
    ...plain,
    id: 2,
    slug: "15min",
    title: "15 Min Meeting",
    description: "A quick video call.",
    length: 15,
    videoCallUrl: "https://meet.example.com/tech",
  },
  {
    ...plain,
    id: 3,
    slug: "confirm",
    title: "Needs confirmation",
    description: "The host confirms each request.",
    length: 30,
    requiresConfirmation: true,
  },
  {
    ...plain,
    id: 4,
    slug: "paid",
    title: "Paid consultation",
    description: "Held until it is paid.",
    length: 30,
    paymentRequired: true,
  },
  {
    ...plain,
    id: 5,
    slug: "redirect",
    title: "With redirect",
    description: "Leads to another page after the booking.",
    length: 30,
    successRedirect: "/redirected",
  },
  {
    ...plain,
    id: 6,
    slug: "audition",
    title: "Audition",
    description: "Half an hour on our stage, or on video.",
    length: 30,
  },
];

/** What a path without `/embed` shows; `null` for unknown paths. */
export function findCalendar(path: string): Calendar | null {
  const segments = path.split("/").filter(Boolean);
  const [first, second, third] = segments;
  if (first === "team" && second === team.slug && third === "30min" && segments.length === 3) {
    return event(team, third, `team/${team.slug}/${third}`);
  }
  if (first === "d" && second && third && segments.length === 3) {
    return event(hosts[0], third, `tess/${third}`, second); // a private link of Tess: Cal.com has no embed page for these
  }
  const host = findHost(first);
  if (!host || segments.length > 2) return null;
  return second ? event(host, second, `${host.slug}/${second}`) : { kind: "profile", host };
}

/** A person by the first part of their pages' path. */
export function findHost(slug: string | null | undefined): Host | undefined {
  return hosts.find((host) => host.slug === slug);
}

/** A host's event types, with the ids that they have for this host. */
export function eventTypesOf({ id }: Host): EventType[] {
  return eventTypes.map((type) => ({ ...type, id: 100 * id + type.id }));
}

function event(
  host: Host | undefined,
  slug: string,
  name: string,
  link: string | null = null,
): Calendar | null {
  const found = host && eventTypesOf(host).find((type) => type.slug === slug);
  return host && found ? { kind: "event", host, event: found, name, embeddable: link === null, link } : null;
}
