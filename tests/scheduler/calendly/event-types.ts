/** Someone whose calendar the stand-in has. */
export interface Host {
  uuid: string;
  slug: string;
  name: string;
  email: string;
  timeZone: string;
}

/** A question of the form, as Calendly words it in its API. */
interface Question {
  name: string;
  type: "text" | "string";
  position: number;
  required: boolean;
}

/** A kind of call. */
export interface EventType {
  uuid: string;
  host: Host;
  slug: string;
  name: string;
  description: string;
  /** In minutes. */
  duration: number;
  active: boolean;
  questions: Question[];
  /** Where it can take place, as Calendly words it in its API; `null`: nobody has said. */
  locations: { kind: string; location?: string }[] | null;
}

export const tess: Host = {
  uuid: "TESS000000000001",
  slug: "tess",
  name: "Tess Tech",
  email: "tess@example.com",
  timeZone: "Europe/Berlin",
};
const rob: Host = {
  uuid: "ROB0000000000001",
  slug: "rob",
  name: "Rob Remote",
  email: "rob@example.com",
  timeZone: "America/New_York",
};

/** The question that Calendly puts into every new event type. */
const help: Question = {
  name: "Please share anything that will help prepare for our meeting.",
  type: "text",
  position: 0,
  required: false,
};

/** The hosts, and their event types in the order of their pages. */
export const hosts: readonly Host[] = [tess, rob];
export const eventTypes: readonly EventType[] = hosts.flatMap((host) => [
  type(host, "30min", "30 Minute Meeting", 30, { questions: [help] }),
  type(host, "15min", "Quick video call", 15, { locations: [{ kind: "zoom_conference" }] }),
  type(host, "phone", "Phone call", 30, { questions: [help], locations: [{ kind: "outbound_call" }] }),
  type(host, "retired", "Not offered any more", 60, { active: false }),
]);

/** An event type with what is special about it. */
export function type(
  host: Host,
  slug: string,
  name: string,
  duration: number,
  given: Partial<EventType> = {},
): EventType {
  const uuid = `${host.slug}${slug}`.toUpperCase().padEnd(16, "X");
  const description = `${duration} minutes with ${host.name}.`;
  return {
    uuid,
    host,
    slug,
    name,
    description,
    duration,
    active: true,
    questions: [],
    locations: null,
    ...given,
  };
}
