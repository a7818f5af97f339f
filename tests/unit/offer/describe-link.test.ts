import { describe, expect, test } from "vitest";
import { describeLink, linkProblemText } from "../../../lib/offer/describe-link";
import { DEFAULT_BOOKING_HOSTS, type LinkProblem } from "../../../lib/offer/link";

const HOSTS = {
  bookingHosts: [...DEFAULT_BOOKING_HOSTS, "cal.corp.example:8443", "book.corp.example"],
  schedulers: { "book.corp.example": "calendly" },
};

describe("a booking link in words", () => {
  test.each<[string, string]>([
    ["https://cal.com/tess", "Cal.com profile of tess. The caller chooses the kind of call."],
    ["https://app.cal.com/tess/30min", "Cal.com event of tess: 30min"],
    ["https://cal.com/t%C3%A4ss/30min", "Cal.com event of täss: 30min"],
    ["https://cal.com/t%ss/30min", "Cal.com event of t%ss: 30min"],
    ["https://cal.com/team/noc", "Cal.com team noc"],
    ["https://cal.com/team/noc/urgent", "Cal.com event of the team noc: urgent"],
    ["https://cal.com/d/abc/30min", "Cal.com private link"],
    ["https://cal.com/forms/abc", "Cal.com form that leads to a calendar"],
    ["https://acme.cal.com/tess/30min", "Cal.com (acme.cal.com) event of tess: 30min"],
    [
      "https://cal.corp.example:8443/tess",
      "Cal.com (cal.corp.example:8443) profile of tess. The caller chooses the kind of call.",
    ],
    ["https://calendly.com/tess", "Calendly profile of tess. The caller chooses the kind of call."],
    ["https://calendly.com/tess/30min", "Calendly event of tess: 30min"],
    ["https://calendly.com/d/abc-def-ghi/30min", "Calendly private link"],
    ["https://calendar.app.google/AbCd123", "Google Calendar booking page"],
    [
      "https://calendar.google.com/calendar/appointments/schedules/AcZssZ0abcdefgh",
      "Google Calendar booking page",
    ],
    ["https://outlook.office365.com/book/Noc@example.com/", "Microsoft Bookings booking page"],
    ["https://meetings.hubspot.com/tess", "HubSpot Meetings calendar tess"],
    ["https://meetings.hubspot.com/tess/intro", "HubSpot Meetings event of tess: intro"],
    ["https://savvycal.com/tess/chat", "SavvyCal event of tess: chat"],
    ["https://zcal.co/tess", "Zcal profile of tess. The caller chooses the kind of call."],
    ["https://zcal.co/i/AbCd123", "Zcal private link"],
    ["https://tidycal.com/tess/30-minute-meeting", "TidyCal event of tess: 30-minute-meeting"],
    ["https://noc.as.me/", "Acuity Scheduling (noc.as.me) booking page"],
    ["https://noc.youcanbook.me/", "YouCanBookMe (noc.youcanbook.me) booking page"],
    ["https://noc.zohobookings.com/#/401", "Zoho Bookings (noc.zohobookings.com) booking page"],
    ["https://outlook.office.com/bookwithme/user/0a1b@example.com", "Microsoft Bookings booking page"],
    ["https://noc.as.me/intro", "Acuity Scheduling (noc.as.me) booking page"],
    ["https://noc.youcanbook.me/x", "YouCanBookMe (noc.youcanbook.me) booking page"],
    ["https://go.oncehub.com/tess", "OnceHub booking page"],
    ["https://acme.chilipiper.com/me/tess/intro", "Chili Piper (acme.chilipiper.com) event of tess: intro"],
    ["https://scheduler.zoom.us/tess/intro", "Zoom Scheduler event of tess: intro"],
    ["https://koalendar.com/e/meet-tess", "Koalendar calendar meet-tess"],
    ["https://koalendar.com/u/tess", "Koalendar profile of tess. The caller chooses the kind of call."],
    ["https://book.nylas.com/us/abc/tess", "Nylas booking page"],
    [
      "https://book.corp.example/tess",
      "Calendly (book.corp.example) profile of tess. The caller chooses the kind of call.",
    ],
    [
      "https://cal.corp.example:8443/a/b/c",
      "A page on cal.corp.example:8443 that CallCard does not know. It opens in a window of its own, and nothing is filled in.",
    ],
  ])("%s", (typed, text) => {
    expect(describeLink(typed, HOSTS)).toMatchObject({ ok: true, link: typed, text, completed: false });
  });

  test("what was completed is told", () => {
    expect(describeLink(" cal.com/tess ", HOSTS)).toMatchObject({
      ok: true,
      link: "https://cal.com/tess",
      completed: true,
    });
  });
});

describe("what is wrong with it", () => {
  test.each<[string, string, string | null]>([
    ["", "empty", null],
    ["tess", "not-a-link", null],
    ["http://cal.com/tess", "not-https", null],
    ["https://me@cal.com/tess", "has-credentials", null],
    ["https://evil.example/tess", "host-not-allowed", "evil.example"],
    ["https://evil.example./tess", "host-not-allowed", "evil.example"],
    ["https://cal.com/", "no-calendar", null],
    ["https://cal.com/settings", "no-calendar", null],
    [`https://cal.com/${"x".repeat(500)}`, "too-long", null],
    // Longer only once it is completed, or encoded as it is stored.
    [`cal.com/${"x".repeat(490)}`, "too-long", null],
    [`https://cal.com/${"ä".repeat(100)}`, "too-long", null],
  ])("%s: %s", (typed, code, host) => {
    const reading = describeLink(typed, HOSTS);
    expect(reading).toMatchObject({ ok: false, code, host });
    expect(reading.text.length).toBeGreaterThan(10);
  });

  test("each problem has a sentence of its own", () => {
    const problems: LinkProblem[] = [
      ...(["empty", "too-long", "not-a-link", "not-https", "has-credentials", "no-calendar"] as const).map(
        (code) => ({
          code,
        }),
      ),
      { code: "host-not-allowed", host: "evil.example" },
    ];
    const texts = problems.map(linkProblemText);
    expect(new Set(texts).size).toBe(problems.length);
    expect(texts.at(-1)).toContain("evil.example");
  });
});
