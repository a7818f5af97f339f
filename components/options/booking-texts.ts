import { i18n } from "#i18n";
import { shortTime } from "../../lib/booking/describe-times";
import type { BookingEvent, Mark } from "../../lib/booking/store/booking";
import type { Group } from "../../lib/booking/store/query";
import { uiLocale } from "../../lib/ui-locale";

/** What a group of bookings is called. */
export function groupText(group: Group): string {
  switch (group) {
    case "upcoming":
      return i18n.t("bookings.groups.upcoming");
    case "awaiting":
      return i18n.t("bookings.groups.awaiting");
    case "past":
      return i18n.t("bookings.groups.past");
    case "cancelled":
      return i18n.t("bookings.groups.cancelled");
    case "started":
      return i18n.t("bookings.groups.started");
  }
}

/** What became of a call, in words. */
export function markText(mark: Mark): string {
  switch (mark) {
    case "held":
      return i18n.t("bookings.marks.held");
    case "no-show":
      return i18n.t("bookings.marks.noShow");
    case "follow-up":
      return i18n.t("bookings.marks.followUp");
  }
}

/** One thing that happened to a booking, as a line: when, what, and the call's time from then on. */
export function historyText({ at, what, start, mark }: BookingEvent): string {
  const when = shortTime({ start: at }, uiLocale()) ?? "";
  const time = shortTime({ start }, uiLocale());
  switch (what) {
    case "started":
      return i18n.t("bookings.events.started", [when]);
    case "booked":
      return time
        ? i18n.t("bookings.events.booked", [when, time])
        : i18n.t("bookings.events.bookedAlone", [when]);
    case "confirmed":
      return i18n.t("bookings.events.confirmed", [when]);
    case "link-made":
      return i18n.t("bookings.events.linkMade", [when]);
    case "rescheduled":
      return i18n.t("bookings.events.moved", [when, time ?? "?"]);
    case "time-set":
      return i18n.t("bookings.events.timeSet", [when, time ?? "?"]);
    case "cancelled":
      return i18n.t("bookings.events.cancelled", [when]);
    case "marked":
      return i18n.t("bookings.events.marked", [when, mark ? markText(mark) : i18n.t("bookings.marks.none")]);
  }
}
