import { expect, test } from "vitest";
import { type ManageAction, manageLink } from "../../../lib/scheduler/manage-link";

const invitee = "https://api.calendly.com/scheduled_events/aaa/invitees/1f2e-bbb";

test.each<[string, string, string | null, ManageAction, { url: string; framed: boolean } | null]>([
  [
    "cal-com",
    "https://cal.com/tess/30min?x=1#y",
    "u1",
    "reschedule",
    { url: "https://cal.com/reschedule/u1", framed: true },
  ],
  [
    "cal-com",
    "https://cal.com/tess",
    "u1",
    "cancel",
    { url: "https://cal.com/booking/u1?cancel=true", framed: true },
  ],
  [
    "cal-com",
    "https://cal.example.com:8443/t",
    "u/1",
    "cancel",
    { url: "https://cal.example.com:8443/booking/u%2F1?cancel=true", framed: true },
  ],
  ["cal-com", "https://cal.com/tess", null, "cancel", { url: "https://cal.com/tess", framed: false }],
  [
    "calendly",
    "https://calendly.com/tess",
    invitee,
    "cancel",
    { url: "https://calendly.com/cancellations/1f2e-bbb", framed: false },
  ],
  [
    "calendly",
    "https://calendly.com/tess",
    invitee,
    "reschedule",
    { url: "https://calendly.com/reschedulings/1f2e-bbb", framed: false },
  ],
  [
    "calendly",
    "https://calendly.com/tess",
    "other",
    "cancel",
    { url: "https://calendly.com/tess", framed: false },
  ],
  [
    "zoho",
    "https://tess.zohobookings.com/",
    "u1",
    "cancel",
    { url: "https://tess.zohobookings.com/", framed: false },
  ],
  ["", "", null, "cancel", null],
])("%s %s %s: %s", (scheduler, link, uid, action, expected) => {
  expect(manageLink({ scheduler, link, uid }, action)).toEqual(expected);
});
