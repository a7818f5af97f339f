import type { Prefill } from "./prefill";
import type { LinkKind, Scheduler, SchedulerEvent, Theme } from "./scheduler";

/** A parameter of a calendar's address; one without a value is left out. */
export type Parameter = readonly [key: string, value: string | null];

/** What is special about a scheduler whose calendars are pages with parameters. */
export interface PageScheduler {
  id: string;
  name: string;
  hosts: readonly string[];
  recognise(link: URL): LinkKind | null;
  recogniseElsewhere?(link: URL): LinkKind | null;
  canonical?(link: URL): URL;
  names?(link: URL): string[];
  /** What the address says about the person and the ticket. */
  prefill?(prefill: Prefill): readonly Parameter[];
  /** What makes the address fit for a frame; left out where the scheduler refuses to be framed, or shows itself as it is. */
  embed?(theme: Theme): readonly Parameter[];
  /** Whether a link may be framed at all. */
  isFrameable?(link: URL): boolean;
  /** Reads the frame's messages; left out where it sends none. */
  understand?(message: unknown): SchedulerEvent | null;
  tells: Scheduler["tells"];
}

/** Completes a scheduler whose calendars are opened by their address, in a frame or in a window. */
export function defineScheduler({
  prefill: parametersOf = () => [],
  embed = () => [],
  isFrameable = () => true,
  canonical = (link) => link,
  understand,
  ...own
}: PageScheduler): Scheduler {
  const withPrefill = (link: URL, prefill: Prefill) => withParameters(canonical(link), parametersOf(prefill));
  return {
    ...own,
    canonical,
    open(link, prefill, theme) {
      const url = withPrefill(link, prefill);
      if (!isFrameable(canonical(link))) return { how: "window", url: url.href };
      const framed = withParameters(url, embed(theme));
      return { how: "frame", origin: framed.origin, url: framed.href, quiet: understand === undefined };
    },
    plainLink: withPrefill,
    trusts: (origin, opened) => origin === opened,
    understand: understand ?? (() => null),
  };
}

/** An address with parameters; what it says already under the same key is replaced, the rest of it stays. */
function withParameters(link: URL, parameters: readonly Parameter[]): URL {
  const url = new URL(link);
  const given = parameters.filter((parameter): parameter is [string, string] => parameter[1] !== null);
  for (const key of new Set(given.map(([key]) => key))) url.searchParams.delete(key);
  for (const [key, value] of given) url.searchParams.append(key, value);
  return url;
}

/** First and last name, for schedulers with two fields; a single name is the first one. */
export function splitName(name: string | null): { first: string | null; last: string | null } {
  const [, first, last] = /^(.*\S)\s+(\S+)$/.exec(name?.trim() ?? "") ?? [];
  return { first: first ?? (name?.trim() || null), last: last ?? null };
}

/** The parts of a link's path. */
export function segmentsOf(link: URL): string[] {
  return link.pathname.split("/").filter(Boolean);
}

/** Several values in one parameter, where a scheduler wants them so. */
export function joined(values: readonly string[]): string | null {
  return values.length > 0 ? values.join(",") : null;
}
