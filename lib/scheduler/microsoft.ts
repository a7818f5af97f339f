import { defineScheduler } from "./define-scheduler";

/**
 * Microsoft Bookings, shared pages and "Bookings with me". Nothing can be filled in, and nothing is told. Pages for people
 * of the organisation only ask to sign in, which cannot be framed: the way on is the window. From public pages that frame
 * them; not documented.
 */
export const microsoft = defineScheduler({
  id: "microsoft",
  name: "Microsoft Bookings",
  hosts: ["outlook.office365.com", "outlook.office.com", "bookings.cloud.microsoft", "book.ms"],
  recognise({ hostname, pathname }) {
    if (hostname === "book.ms") return /^\/[bs]\/[^/]+/.test(pathname) ? "page" : null;
    if (/^\/bookwithme\/(?:user\/)?[^/]+@[^/]+/.test(pathname)) return "profile";
    if (/^\/(?:owa\/calendar\/[^/]+(?:@[^/]+)?\/bookings|book\/[^/]+)(?:\/|$)/.test(pathname)) {
      return /\/s\/[^/]+\/?$/.test(pathname) ? "event" : "page";
    }
    return null;
  },
  names: () => [], // long ids
  isFrameable: ({ hostname }) => hostname !== "book.ms",
  tells: "nothing",
});
