import { i18n } from "#i18n";
import { describeTimes, shortTime } from "../../lib/booking/describe-times";
import type { BookedCall } from "../../lib/booking/outcome";
import type { Offer } from "../../lib/offer/resolve";
import type { Ticket } from "../../lib/ticket/ticket";
import { uiLocale } from "../../lib/ui-locale";
import type { RowButtonContent } from "./row-button";

/** What a row's button says about its ticket: what it does, or when the next call is. */
export function rowContent(
  ticket: Ticket,
  { technician }: Offer,
  ownLabel: string | undefined,
  call: BookedCall | undefined,
): Pick<RowButtonContent, "label" | "name" | "title" | "booked"> {
  const label = ownLabel ?? i18n.t("card.button");
  const who =
    ticket.callWith === "me"
      ? (ticket.requester?.name ?? ticket.requester?.email)
      : technician.name || technician.email;
  const about = (doing: string) =>
    who ? i18n.t("rows.name", [doing, ticket.number, who]) : i18n.t("rows.nameAlone", [doing, ticket.number]);
  if (!call) return { label, name: about(label), title: "", booked: false };

  const booked = i18n.t("rows.call", [shortTime(call, uiLocale()) ?? i18n.t("rows.timeUnknown")]);
  const times = describeTimes(call, uiLocale());
  const state = i18n.t(
    call.paymentRequired ? "booked.payment" : call.status === "pending" ? "booked.pending" : "booked.heading",
  );
  const when = times ? i18n.t("booked.yourTime", [times.yours]) : i18n.t("booked.timeUnknown");
  return {
    label: booked,
    name: `${booked}. ${about(i18n.t("card.again"))}`,
    title: `${state}: ${when}`,
    booked: true,
  };
}
