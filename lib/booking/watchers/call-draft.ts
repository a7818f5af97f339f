import { i18n } from "#i18n";
import type { Ticket } from "../../ticket/ticket";
import { uiLocale } from "../../ui-locale";
import { describeTimes } from "../describe-times";
import type { BookedCall } from "../outcome";
import { type MailDraft, watchersToTell } from "./mail-draft";

/**
 * A draft that tells a ticket's watchers about a call; nothing in it lets anybody change the call.
 * @returns `null` where there is nobody to tell: no watcher with an address, or all of them were invited
 */
export function callDraft(
  ticket: Ticket,
  call: Pick<BookedCall, "start" | "end" | "timeZone" | "technician" | "invited">,
  locale = uiLocale(),
  here = Intl.DateTimeFormat().resolvedOptions().timeZone,
): MailDraft | null {
  const { requester, viewer, number, subject, url } = ticket;
  const { technician } = call;
  const known = [technician, requester, viewer].filter((person) => person !== null);
  const addresses = call.invited ? [] : watchersToTell(ticket, known);
  if (addresses.length === 0) return null;
  const times = describeTimes(call, locale, here);
  const when = times ? i18n.t("watchers.when", [times.yours, here]) : i18n.t("booked.timeUnknown");
  const about = subject
    ? i18n.t("watchers.ticketSubject", [number, subject])
    : i18n.t("watchers.ticket", [number]);
  const who = technician.name || technician.email;
  return {
    addresses,
    subject: i18n.t("watchers.subject", [about]),
    body: i18n.t("watchers.body", [about, when, who, url]),
  };
}
