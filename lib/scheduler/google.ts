import { defineScheduler, segmentsOf } from "./define-scheduler";

const isShort = (link: URL) => link.hostname === "calendar.app.google";

/**
 * Google Calendar's appointment schedules. Short links refuse to be framed, long ones allow it with `gv=true`. Nothing can
 * be filled in, and nothing is told. Unproved: read in public code, not documented by Google.
 */
export const google = defineScheduler({
  id: "google",
  name: "Google Calendar",
  hosts: ["calendar.google.com", "calendar.app.google"],
  recognise(link) {
    if (isShort(link)) return segmentsOf(link).length === 1 ? "page" : null;
    return /^\/calendar\/(?:u\/\d+\/)?(?:selfsched$|appointments\/(?:schedules\/)?[\w-]{10,}$)/.test(
      link.pathname,
    )
      ? "page"
      : null;
  },
  canonical(link) {
    const url = new URL(link);
    url.pathname = url.pathname.replace(/^\/calendar\/u\/\d+\//, "/calendar/"); // whose account it was copied from
    return url;
  },
  embed: () => [["gv", "true"]],
  isFrameable: (link) => !isShort(link),
  tells: "nothing",
});
