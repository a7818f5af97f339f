import { type Answer, json, type LocalRequest, page, redirect } from "../../scheduler/local-server";
import type { Ticket } from "./tickets";
import type { KnownCall } from "./webhooks/calls";

/** The ways in which a lookup can go wrong, and the right one. */
export type LookupMode =
  | "answer"
  | "redirect"
  | "html"
  | "too-big"
  | "text"
  | "broken"
  | "gone"
  | "forbidden"
  | "limited"
  | "other-format";

/** How the lookup API answers, and what it was asked. */
export interface LookupSwitch {
  mode: LookupMode;
  /** The assignee's link, when the answer has one. */
  bookingUrl: string | null;
  /** Ids that were asked for, and with which headers, in order. */
  asked: { id: string; headers: LocalRequest["headers"] }[];
  /** Keeps the answers for a ticket back. @returns what lets them go */
  hold(id: string): () => void;
}

/** The lookup API: `GET /api/callcard/{id}`. */
export function createLookupApi(
  tickets: ReadonlyMap<string, Ticket>,
  callsOf: (ticket: string) => KnownCall[],
) {
  const held = new Map<string, Promise<void>>();
  return {
    mode: "answer" as LookupMode,
    bookingUrl: null as string | null,
    asked: [] as LookupSwitch["asked"],
    hold(id: string): () => void {
      const gate = gateOf();
      held.set(id, gate.promise);
      return () => {
        held.delete(id);
        gate.resolve();
      };
    },
    async answer({ url, headers }: LocalRequest): Promise<Answer> {
      const [, id = ""] = /^\/api\/callcard\/(\w+)$/.exec(url.pathname) ?? [];
      this.asked.push({ id, headers });
      const ticket = tickets.get(id);
      const answer =
        wrong[this.mode] ?? (ticket ? json(about(ticket, this.bookingUrl, callsOf(id))) : wrong.gone);
      await held.get(id);
      return answer ?? { status: 500 };
    },
  };
}

function gateOf() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const wrong: { [mode in LookupMode]?: Answer } = {
  redirect: redirect("/sign-in"),
  html: page("<!doctype html><title>Sign in</title><form><input name=password></form>"),
  "too-big": json({ assignee: null, padding: "x".repeat(70_000) }),
  text: { headers: { "Content-Type": "text/plain" }, body: "tess@example.com" },
  broken: { headers: { "Content-Type": "application/json" }, body: '{"assignee":' },
  gone: json({ error: "No such ticket" }, 404),
  forbidden: json({ error: "Not for you" }, 403),
  limited: { ...json({ error: "Too many" }, 429), headers: { "Retry-After": "7" } },
  "other-format": json({ assignee: { email: ["tess@example.com"] } }),
};

function about(ticket: Ticket, bookingUrl: string | null, calls: KnownCall[]): object {
  const { id, subject, category, priority, assignee, requester, watchers } = ticket;
  return {
    ticket: { id, number: id, subject, category, priority },
    assignee: assignee && { ...assignee, username: assignee.email.split("@")[0] },
    requester,
    watchers: watchers.map((email) => ({ email })),
    ...(bookingUrl ? { bookingUrl } : {}),
    bookings: calls,
  };
}
