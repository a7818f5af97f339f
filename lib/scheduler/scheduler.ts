import type { Outcome } from "../booking/outcome";
import type { Prefill } from "./prefill";

export type Theme = "light" | "dark";

/**
 * How the booking page opens a calendar. `origin` is where its messages have to come from. A quiet frame sends none that
 * would say that it is there. `window`: the scheduler refuses to be framed.
 */
export type Opening =
  | { how: "embed-core"; origin: string; calLink: string; config: Record<string, string | string[]> }
  | { how: "frame"; origin: string; url: string; quiet: boolean }
  | { how: "window"; url: string };

/** What a scheduler's frame tells. */
export type SchedulerEvent =
  | { type: "alive" }
  | { type: "ready" }
  | { type: "failed"; code: string }
  | { type: "host-time-zone"; timeZone: string }
  | { type: "booked"; outcome: Outcome }
  /** The same call at another time, with another uid. */
  | { type: "rescheduled"; outcome: Outcome }
  /** The call was taken back, in the same frame. */
  | { type: "cancelled" };

/** What a link opens, for the live check in the options. `page`: a calendar, of a scheduler that tells no more. */
export type LinkKind = "profile" | "event" | "team" | "private" | "form" | "page";

/** One scheduling product: one file, one line in the registry. */
export interface Scheduler {
  id: string;
  name: string;
  /** Its hosts; `*.` stands for every subdomain. On these a link is its own for certain. */
  hosts: readonly string[];
  /** What a link of one of its hosts opens; `null` when it is no calendar. */
  recognise(link: URL): LinkKind | null;
  /** The same for links on hosts of somebody else's, such as a server of one's own: likely, not certain. */
  recogniseElsewhere?(link: URL): LinkKind | null;
  /** Whom a link's path names, then what: person and kind of call. Left out where all of its parts do. */
  names?(link: URL): string[];
  /** The one way of writing a link that people write in several. */
  canonical(link: URL): URL;
  /** How to open a calendar inside our booking page. */
  open(link: URL, prefill: Prefill, theme: Theme): Opening;
  /** The same calendar as an address for a tab or a mail. */
  plainLink(link: URL, prefill: Prefill): URL;
  /** Whether a message from `origin` may come from a calendar that was opened at `opened`. */
  trusts(origin: string, opened: string): boolean;
  /** Reads one message of the frame; `null` when it says nothing to us. The caller has checked where it comes from. */
  understand(message: unknown): SchedulerEvent | null;
  /** What its frame tells after a booking: when the call is, only that there is one, or nothing at all. */
  tells: "time" | "booked" | "nothing";
}
