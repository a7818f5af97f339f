import * as z from "zod/mini";
import { normaliseIdentity } from "../offer/identity";
import { checkLink } from "../offer/link";
import { Technician } from "../offer/technician";
import { recogniseScheduler } from "../scheduler";
import { BookingHost, OwnSchedulers } from "./items";
import { Portal } from "./portal";
import { Me, Share } from "./share";

/** Version of the configuration document that this build writes. */
export const CONFIGURATION_VERSION = 1;

/** The configuration document (design.md 3.1): export, import, demo. Unknown keys are kept. */
export const ConfigurationDocument = z.looseObject({
  version: z.literal(CONFIGURATION_VERSION),
  portals: z.optional(z.array(Portal)),
  technicians: z.optional(z.array(Technician)),
  bookingHosts: z.optional(z.array(BookingHost)),
  schedulers: z.optional(OwnSchedulers),
  share: z.optional(Share),
  me: z.optional(Me),
});

/** What is configured. `other` holds top-level keys that this build does not know. */
export interface Configuration {
  portals: Portal[];
  technicians: Technician[];
  bookingHosts: string[];
  schedulers: Record<string, string>;
  share: Share;
  me: Me;
  other: Record<string, unknown>;
}

/** A part of a document that is left out: where (`technicians[3].email`), and a code for the words. */
interface Skipped {
  path: string;
  reason: string;
}

/** What an import would do. Nothing has been written yet. */
export interface ImportPlan {
  added: string[];
  changed: string[];
  unchanged: number;
  skipped: Skipped[];
  /** Paths of keys that this build does not know; they are kept and exported again. */
  unknown: string[];
  /** The whole configuration after the import; technicians only as far as they change. */
  result: Configuration;
}

export type ImportCheck =
  | { ok: true; plan: ImportPlan }
  | { ok: false; problem: "not-json" | "not-a-document" | "newer-version"; detail: string };

/** The document of a configuration. */
export function toDocument({ other, ...configuration }: Configuration): Record<string, unknown> {
  return { ...other, version: CONFIGURATION_VERSION, ...configuration };
}

/**
 * Reads a configuration document and plans its import into the present configuration: entries are merged by portal id
 * and technician address. Invalid entries are listed with their path and left out; the rest is planned.
 */
export function planImport(text: string, present: Configuration): ImportCheck {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: "not-json", detail: error instanceof Error ? error.message : "" };
  }
  const parsed = z.looseObject({ version: z.int().check(z.gte(CONFIGURATION_VERSION)) }).safeParse(document);
  if (!parsed.success) return { ok: false, problem: "not-a-document", detail: "" };
  if (parsed.data.version !== CONFIGURATION_VERSION) {
    return { ok: false, problem: "newer-version", detail: String(parsed.data.version) };
  }
  return { ok: true, plan: merge(parsed.data, present) };
}

function merge(document: Record<string, unknown>, present: Configuration): ImportPlan {
  const { version: _, portals, technicians, bookingHosts, schedulers, share, me, ...other } = document;
  const plan: ImportPlan = {
    added: [],
    changed: [],
    unchanged: 0,
    skipped: [],
    unknown: [],
    result: { ...present },
  };

  plan.result.bookingHosts = [...present.bookingHosts];
  for (const host of entries(bookingHosts, "bookingHosts", BookingHost, plan)) {
    if (plan.result.bookingHosts.includes(host.value)) plan.unchanged++;
    else {
      plan.result.bookingHosts.push(host.value);
      plan.added.push(host.value);
    }
  }

  plan.result.portals = mergeList(
    entries(portals, "portals", Portal, plan),
    present.portals,
    (portal) => portal.id,
    (portal) => `${portal.name} (${portal.origin}${portal.basePath})`,
    plan,
  );

  const allowed = entries(technicians, "technicians", Technician, plan).filter(({ value, path }) => {
    const check = checkLink(value.link, plan.result.bookingHosts);
    const problem = !check.ok ? check.problem.code : recogniseScheduler(check.url) ? null : "no-calendar";
    if (problem === null || problem === "empty") return true;
    plan.skipped.push({ path: `${path}.link`, reason: problem });
    return false;
  });
  const merged = mergeList(
    allowed,
    present.technicians,
    (technician) => normaliseIdentity(technician.email),
    (technician) => technician.name || technician.email,
    plan,
  );
  const before = new Set(present.technicians);
  plan.result.technicians = merged.filter((technician) => !before.has(technician));

  const told = mergeValue(schedulers, "schedulers", OwnSchedulers, present.schedulers, plan);
  plan.result.schedulers = { ...present.schedulers, ...told };
  plan.result.share = mergeValue(share, "share", Share, present.share, plan);
  plan.result.me = mergeValue(me, "me", Me, present.me, plan);
  plan.result.other = { ...present.other, ...other };
  plan.unknown.push(...Object.keys(other));
  return plan;
}

function entries<T>(
  raw: unknown,
  path: string,
  schema: z.ZodMiniType<T>,
  plan: ImportPlan,
): { value: T; path: string }[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) {
    plan.skipped.push({ path, reason: "not-a-list" });
    return [];
  }
  return raw.flatMap((entry, index) => {
    const here = `${path}[${index}]`;
    const value = parseAt(entry, here, schema, plan);
    return value === undefined ? [] : [{ value, path: here }];
  });
}

function mergeList<T>(
  incoming: { value: T; path: string }[],
  present: readonly T[],
  keyOf: (value: T) => string,
  nameOf: (value: T) => string,
  plan: ImportPlan,
): T[] {
  const result = new Map(present.map((value) => [keyOf(value), value]));
  const seen = new Set<string>();
  for (const { value, path } of incoming) {
    const key = keyOf(value);
    if (seen.has(key)) {
      plan.skipped.push({ path, reason: "twice" });
      continue;
    }
    seen.add(key);
    const old = result.get(key);
    if (old && same(old, value)) {
      plan.unchanged++;
      continue;
    }
    plan[old ? "changed" : "added"].push(nameOf(value));
    result.set(key, value);
  }
  return [...result.values()];
}

function mergeValue<T>(
  raw: unknown,
  path: string,
  schema: z.ZodMiniType<T>,
  present: T,
  plan: ImportPlan,
): T {
  if (raw === undefined) return present;
  const value = parseAt(raw, path, schema, plan);
  if (value === undefined) return present;
  if (same(value, present)) plan.unchanged++;
  else plan.changed.push(path);
  return value;
}

function parseAt<T>(raw: unknown, path: string, schema: z.ZodMiniType<T>, plan: ImportPlan): T | undefined {
  const parsed = schema.safeParse(raw);
  if (parsed.success) {
    plan.unknown.push(...unknownKeys(raw, schema, path));
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const inside = (issue?.path ?? [])
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  plan.skipped.push({
    path: path + inside,
    reason: issue?.message && /^[a-z-]+$/.test(issue.message) ? issue.message : (issue?.code ?? "invalid"),
  });
  return undefined;
}

/** Paths of keys that a schema does not name, at every depth. */
function unknownKeys(raw: unknown, schema: z.core.$ZodType, path: string): string[] {
  const def = schema._zod.def as SchemaDefinition;
  if (def.innerType) return unknownKeys(raw, def.innerType, path);
  if (def.element && Array.isArray(raw)) {
    const { element } = def;
    return raw.flatMap((entry, index) => unknownKeys(entry, element, `${path}[${index}]`));
  }
  const { shape } = def;
  if (!shape || typeof raw !== "object" || raw === null) return [];
  return Object.entries(raw).flatMap(([key, value]) => {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return known ? unknownKeys(value, known, `${path}.${key}`) : [`${path}.${key}`];
  });
}

/** The parts of a Zod definition that lead further down. @see https://zod.dev/library-authors */
interface SchemaDefinition {
  innerType?: z.core.$ZodType;
  element?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
