import * as z from "zod/mini";
import { recogniseScheduler } from "../scheduler";
import type { Me } from "../settings/share";
import type { Ticket } from "../ticket/ticket";
import { normaliseIdentity } from "./identity";
import { checkLink, type LinkProblem } from "./link";
import { type Directory, matchTechnician } from "./match-technician";
import { type IdentityKind, Technician } from "./technician";

/** Whom one may call about a ticket, through which link, and why (design.md: offer). */
export const Offer = z.object({
  technician: Technician,
  link: z.string(),
  /** `lookup`: the portal itself named person and link, and the directory does not know the person. `me`: the viewer's own calendar. */
  matchedBy: z.enum(["email", "alias", "login", "name", "lookup", "me"]),
});
export type Offer = z.infer<typeof Offer>;

/** Why there is no offer. `who` is the assignee as printed. */
export type NoOffer =
  | { reason: "unassigned" }
  | { reason: "assignee-unknown" }
  /** The page calls with the viewer's own calendar, and no link of one's own is stored. */
  | { reason: "no-own-link" }
  | { reason: "not-in-directory"; who: string }
  | { reason: "ambiguous"; who: string; by: IdentityKind; emails: string[] }
  | { reason: "no-link"; who: string; email: string }
  | { reason: "link-refused"; who: string; email: string; problem: LinkProblem };

export type Resolution = { kind: "offer"; offer: Offer } | ({ kind: "none" } & NoOffer);

/**
 * Answers "whom may be called about this ticket". The page yields an identity only; the link comes from the directory,
 * and where that has none for the person, from the lookup API's answer.
 * @param me who uses this browser: the one to be called where the page says `callWith: "me"`
 */
export async function resolve(
  ticket: Pick<Ticket, "assignee" | "assignment" | "bookingUrl" | "callWith">,
  directory: Directory,
  bookingHosts: readonly string[],
  me: Pick<Me, "email">,
): Promise<Resolution> {
  if (ticket.callWith === "me") return resolveOwn(me, directory, bookingHosts);
  if (ticket.assignment === "unassigned") return { kind: "none", reason: "unassigned" };
  if (!ticket.assignee) return { kind: "none", reason: "assignee-unknown" };

  const who = ticket.assignee.email ?? ticket.assignee.name ?? ticket.assignee.login ?? "";
  const match = await matchTechnician(ticket.assignee, directory);
  if (match.kind === "ambiguous") {
    return { kind: "none", reason: "ambiguous", who, by: match.by, emails: match.emails };
  }
  const technician = match.kind === "match" ? match.technician : named(ticket);
  if (!technician) return { kind: "none", reason: "not-in-directory", who };

  const link = technician.link || (ticket.bookingUrl ?? "");
  if (link === "") return { kind: "none", reason: "no-link", who, email: technician.email };
  return offerOf(technician, link, who, match.kind === "match" ? match.by : "lookup", bookingHosts);
}

async function resolveOwn(
  me: Pick<Me, "email">,
  directory: Directory,
  bookingHosts: readonly string[],
): Promise<Resolution> {
  const email = normaliseIdentity(me.email);
  const technician = email ? (await directory.find([email], [])).technicians.get(email) : undefined;
  if (!technician?.link) return { kind: "none", reason: "no-own-link" };
  return offerOf(technician, technician.link, technician.email, "me", bookingHosts);
}

function offerOf(
  technician: Technician,
  link: string,
  who: string,
  matchedBy: Offer["matchedBy"],
  bookingHosts: readonly string[],
): Resolution {
  const check = checkLink(link, bookingHosts);
  if (!check.ok) {
    return { kind: "none", reason: "link-refused", who, email: technician.email, problem: check.problem };
  }
  if (!recogniseScheduler(check.url)) {
    const problem = { code: "no-calendar" } as const;
    return { kind: "none", reason: "link-refused", who, email: technician.email, problem };
  }
  return { kind: "offer", offer: { technician, link: check.url.href, matchedBy } };
}

/** Somebody whom only the lookup knows, with address and link. */
function named({ assignee, bookingUrl }: Pick<Ticket, "assignee" | "bookingUrl">): Technician | null {
  if (!bookingUrl || !assignee?.email) return null;
  const { email, name } = assignee;
  return Technician.safeParse({ email, name: name ?? "", aliases: [], link: bookingUrl }).data ?? null;
}
