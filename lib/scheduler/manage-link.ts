import * as z from "zod/mini";

/** What can be done to a booked call at its scheduler. */
export const ManageAction = z.enum(["reschedule", "cancel"]);
export type ManageAction = z.infer<typeof ManageAction>;

/** The scheduler's page for it. `framed`: it can be shown in our booking page, and tells what happens there. */
export interface ManageLink {
  url: string;
  framed: boolean;
}

/**
 * Where a booking is moved or cancelled. The address holds the uid, by which anybody can do so: it is for the background
 * and for pages of our own, never for a portal's page.
 * @returns the technician's link where the scheduler has no such page, or told no uid; `null` without any link
 */
export function manageLink(
  { scheduler, link, uid }: { scheduler: string; link: string; uid: string | null },
  action: ManageAction,
): ManageLink | null {
  if (!URL.canParse(link)) return null;
  if (uid !== null && scheduler === "cal-com") {
    const url = new URL(link);
    url.pathname = `/${action === "cancel" ? "booking" : "reschedule"}/${encodeURIComponent(uid)}`;
    url.search = action === "cancel" ? "?cancel=true" : "";
    url.hash = "";
    return { url: url.href, framed: true };
  }
  // Calendly tells the invitee's address in its API, which ends with the id that its pages know.
  const invitee = /\/invitees\/([\w-]+)$/.exec(uid ?? "")?.[1];
  if (scheduler === "calendly" && invitee) {
    const page = action === "cancel" ? "cancellations" : "reschedulings";
    return { url: `https://calendly.com/${page}/${invitee}`, framed: false };
  }
  return { url: link, framed: false };
}
