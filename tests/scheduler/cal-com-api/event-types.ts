import * as z from "zod/mini";
import { type EventType, eventTypesOf, findHost, type Host, hosts } from "../event-types";
import { json } from "../local-server";
import { Refused } from "./problem";
import { bodyOf, type Call, Day, queryOf, type Route } from "./route";

const DAY = 24 * 3600_000;

const TypesQuery = z.object({
  username: z.string(),
  eventSlug: z.optional(z.string()),
  orgSlug: z.optional(z.string()),
});
const SlotsQuery = z.object({
  start: Day,
  end: Day,
  eventTypeId: z.string().check(z.regex(/^\d+$/)),
  timeZone: z.optional(z.string()),
});
const LinkBody = z.object({
  expiresAt: z.optional(z.iso.datetime()),
  maxUsageCount: z.optional(z.number().check(z.minimum(1))),
});

/** Who one is, event types, free slots, private links. */
export const eventTypeRoutes: readonly Route[] = [
  { method: "GET", path: "/me", versions: "any", needsKey: true, answer: whoAmI },
  { method: "GET", path: "/event-types", versions: ["2024-06-14"], needsKey: false, answer: listTypes },
  { method: "GET", path: "/event-types", versions: ["2024-04-15"], needsKey: true, answer: listTypesAsOnce },
  { method: "GET", path: "/slots", versions: ["2024-09-04"], needsKey: false, answer: listSlots },
  {
    method: "POST",
    path: "/event-types/:id/private-links",
    versions: ["2024-09-04", "2024-06-14"],
    needsKey: true,
    answer: makeLink,
  },
];

function whoAmI({ me }: Call) {
  return json({
    status: "success",
    data: {
      id: me?.id,
      username: me?.slug,
      email: me?.email,
      name: me?.name,
      timeZone: me?.timeZone,
      timeFormat: 24,
      weekStart: "Monday",
      defaultScheduleId: 1,
      organizationId: null,
    },
  });
}

function listTypes(call: Call) {
  const { username, eventSlug } = queryOf(call, TypesQuery);
  const host = findHost(username);
  const types = host ? eventTypesOf(host).filter(({ slug }) => !eventSlug || slug === eventSlug) : [];
  return json({ status: "success", data: types.map((type) => typeResource(call, host, type)) });
}

/** The shape of 2024-04-15. */
function listTypesAsOnce({ me }: Call) {
  const eventTypes = me
    ? eventTypesOf(me).map(({ id, slug, title, length }) => ({ id, slug, title, length }))
    : [];
  return json({ status: "success", data: { eventTypeGroups: [{ eventTypes }], profiles: [] } });
}

function listSlots(call: Call) {
  const { start, end, eventTypeId, timeZone = "UTC" } = queryOf(call, SlotsQuery);
  const { host, type } = findType(Number(eventTypeId));
  const from = Date.parse(start);
  const to = Date.parse(end) + (/T/.test(end) ? 0 : DAY);
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  const days: Record<string, { start: string }[]> = {};
  for (const slot of call.book.free(`${host.slug}/${type.slug}`)) {
    const at = Date.parse(slot);
    if (at < from || at >= to) continue;
    const day = format.format(at);
    days[day] = [...(days[day] ?? []), { start: slot }];
  }
  return json({ status: "success", data: days });
}

function makeLink(call: Call) {
  const { host, type } = findType(Number(call.ids[0]));
  if (host !== call.me) throw new Refused(403, `User does not own event type with id=${type.id}`);
  const { expiresAt, maxUsageCount } = bodyOf(call, LinkBody);
  const link = call.book.links.make({
    eventTypeId: type.id,
    expiresAt: expiresAt ?? null,
    maxUsageCount: maxUsageCount ?? (expiresAt ? null : 1),
  });
  const data = {
    linkId: link.hash,
    eventTypeId: type.id,
    isExpired: false,
    bookingUrl: `${call.origin}/d/${link.hash}/${type.slug}`,
    ...(expiresAt ? { expiresAt } : { maxUsageCount: link.maxUsageCount, usageCount: 0 }),
  };
  return json({ status: "success", data }, 201);
}

/** @throws Refused 404 */
export function findType(id: number): { host: Host; type: EventType } {
  for (const host of hosts) {
    const type = eventTypesOf(host).find((type) => type.id === id);
    if (type) return { host, type };
  }
  throw new Refused(404, `Event type with id ${id} not found`);
}

function typeResource({ origin }: Call, host: Host | undefined, type: EventType): object {
  return {
    id: type.id,
    ownerId: host?.id,
    lengthInMinutes: type.length,
    title: type.title,
    slug: type.slug,
    description: type.description,
    locations: [],
    bookingFields: [
      { type: "name", slug: "name", required: true, isDefault: true },
      { type: "email", slug: "email", required: true, isDefault: true },
      { type: "textarea", slug: "notes", required: false, isDefault: true },
    ],
    price: type.paymentRequired ? 1000 : 0,
    currency: "usd",
    confirmationPolicy: { disabled: !type.requiresConfirmation },
    successRedirectUrl: type.successRedirect && `${origin}${type.successRedirect}`,
    hidden: false,
    bookingUrl: `${origin}/${host?.slug}/${type.slug}`,
    users: [{ id: host?.id, name: host?.name, username: host?.slug }],
  };
}
