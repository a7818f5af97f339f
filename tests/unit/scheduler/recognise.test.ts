import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLink, DEFAULT_BOOKING_HOSTS, isAllowedHost } from "../../../lib/offer/link";
import { recogniseScheduler, schedulerOfHost, schedulers } from "../../../lib/scheduler";
import type { LinkKind } from "../../../lib/scheduler/scheduler";

/** Links of each scheduler by what they open; `none` are pages of its hosts that are no calendars. */
const links: Record<string, Partial<Record<LinkKind | "none", string>>> = {
  "cal-com": {
    profile: `cal.com/tess www.cal.com/tess app.cal.com/tess cal.eu/tess app.cal.eu/tess acme.cal.com/tess cal.com/tess/ cal.com/tess?layout=week_view cal.com/tess.tech cal.com/tess-tech`,
    event: `cal.com/tess/30min cal.com/tess/30min/ app.cal.com/tess/30min cal.eu/tess/30min acme.cal.com/noc/emergency cal.com/tess+rob/30min cal.com/tess%20rob/30 cal.com/tess/30min?duration=15 cal.com/tess/30min#x`,
    team: `cal.com/team/noc cal.com/team/noc/emergency app.cal.eu/team/noc acme.cal.com/team/noc/15min cal.com/org/acme`,
    private: `cal.com/d/3Xh7/30min app.cal.com/d/abcdef/audition`,
    form: `cal.com/forms/6f1a-22 app.cal.com/router?form=6f1a`,
    none: `cal.com/ cal.com/team cal.com/d cal.com/d/hash cal.com/d/hash/30min/more cal.com/tess/30min/more cal.com/booking/abc cal.com/reschedule/abc cal.com/cancel/abc cal.com/success cal.com/settings/profile cal.com/event-types cal.com/bookings/upcoming cal.com/availability cal.com/auth/login cal.com/signup cal.com/api/book cal.com/video/abc cal.com/pricing cal.com/docs/intro cal.com/embed/embed.js cal.com/_next/static cal.com/blog cal.com/help cal.com/apps/zoom`,
  },
  calendly: {
    profile: `calendly.com/tess www.calendly.com/tess calendly.com/tess-tech calendly.com/tess/ calendly.com/tess?month=2026-12 calendly.com/acme-support acme.calendly.com/tess`,
    event: `calendly.com/tess/30min calendly.com/tess/30min/ calendly.com/tess/30min?month=2026-12&date=2026-12-01 calendly.com/acme/intro-call calendly.com/tess/30min/2026-11-23T14:00:00+01:00 calendly.com/tess/30min/2026-11-23T14%3A00%3A00%2B01%3A00?month=2026-11 www.calendly.com/tess/15min`,
    private: `calendly.com/d/cq7p-xyz-abc/30min calendly.com/d/cq7p-xyz-abc calendly.com/s/abcdef`,
    form: `calendly.com/routing_forms/5f2c calendly.com/routing_forms/5f2c-11`,
    none: `calendly.com/ calendly.com/app calendly.com/app/scheduled_events calendly.com/login calendly.com/signup calendly.com/event_types/user/me calendly.com/integrations calendly.com/pricing calendly.com/blog/tips calendly.com/d calendly.com/s calendly.com/routing_forms calendly.com/cancellations/AAA calendly.com/reschedulings/AAA calendly.com/users/sign_in calendly.com/tess/30min/more calendly.com/tess/30min/2026-11-23T14:00/x calendly.com/help calendly.com/legal/privacy calendly.com/solutions developer.calendly.com/api help.calendly.com/hc api.calendly.com/users/me auth.calendly.com/oauth/authorize community.calendly.com/t/1`,
  },
  google: {
    page: `calendar.google.com/calendar/appointments/schedules/AcZssZ0abcdefgh calendar.google.com/calendar/u/0/appointments/schedules/AcZssZ0abcdefgh calendar.google.com/calendar/u/12/appointments/schedules/AcZssZ0abcdefgh?gv=true calendar.google.com/calendar/appointments/AcZssZ0abcdefgh calendar.app.google/aBcDeF123 calendar.app.google/aBcDeF123?x=1 calendar.google.com/calendar/appointments/schedules/AcZ_ssZ-0abcdefgh== calendar.google.com/calendar/u/0/selfsched?sstoken=abc`.replace(
      " calendar.google.com/calendar/appointments/schedules/AcZ_ssZ-0abcdefgh==",
      "",
    ),
    none: `calendar.google.com/ calendar.google.com/calendar calendar.google.com/calendar/r calendar.google.com/calendar/u/0/r/week calendar.google.com/calendar/event?eid=abc calendar.google.com/calendar/appointments calendar.google.com/calendar/appointments/schedules calendar.google.com/calendar/appointments/schedules/short calendar.google.com/calendar/embed?src=x calendar.google.com/calendar/ical/x/public/basic.ics calendar.app.google/ calendar.app.google/a/b`,
  },
  microsoft: {
    page: `outlook.office365.com/owa/calendar/noc@example.com/bookings/ outlook.office365.com/owa/calendar/noc@example.com/bookings outlook.office.com/book/noc@example.com/ outlook.office.com/book/noc@example.com/?ismsaljsauthenabled bookings.cloud.microsoft/book/noc@example.com/ outlook.office365.com/book/noc@example.com/ book.ms/b/noc@example.com book.ms/s/noc outlook.office365.com/owa/calendar/Support1@example.onmicrosoft.com/bookings/`,
    event: `outlook.office365.com/owa/calendar/noc@example.com/bookings/s/AbC123 outlook.office.com/book/noc@example.com/s/AbC123 outlook.office.com/book/noc@example.com/s/AbC123?ismsaljsauthenabled bookings.cloud.microsoft/book/noc@example.com/s/AbC123/`,
    profile: `outlook.office.com/bookwithme/user/abc123@example.com outlook.office.com/bookwithme/user/abc123@example.com?anonymous&ep=mlink outlook.office.com/bookwithme/user/abc123@example.com/meetingtype/XyZ?anonymous bookings.cloud.microsoft/bookwithme/user/abc123@example.com outlook.office.com/bookwithme/abc123@example.com`,
    none: `outlook.office.com/ outlook.office.com/mail outlook.office.com/mail/inbox outlook.office.com/calendar/view/week outlook.office365.com/owa outlook.office365.com/owa/calendar outlook.office.com/book outlook.office.com/bookwithme outlook.office.com/bookwithme/user bookings.cloud.microsoft/ book.ms/ book.ms/x/noc outlook.office.com/people`,
  },
  hubspot: {
    event: `meetings.hubspot.com/tess meetings.hubspot.com/tess/intro meetings-eu1.hubspot.com/tess meetings-na2.hubspot.com/tess/15 meetings-na3.hubspot.com/tess meetings-ap1.hubspot.com/tess meetings.hubspot.com/tess?embed=true`,
    none: `meetings.hubspot.com/ meetings.hubspot.com/tess/intro/more meetings-eu1.hubspot.com/`,
  },
  savvycal: {
    profile: `savvycal.com/tess www.savvycal.com/tess savvycal.com/acme-team`,
    event: `savvycal.com/tess/chat savvycal.com/tess/30min?from=2026-12-01 savvycal.com/acme/5f2c1a www.savvycal.com/tess/chat/`,
    none: `savvycal.com/ savvycal.com/login savvycal.com/pricing savvycal.com/docs/api savvycal.com/blog/x savvycal.com/tess/chat/more savvycal.com/dashboard savvycal.com/embed/v1 savvycal.com/settings/profile`,
  },
  zcal: {
    private: `zcal.co/i/AbC-12`,
    profile: `zcal.co/tess www.zcal.co/tess`,
    event: `zcal.co/tess/30min zcal.co/tess/30min?duration=15 zcal.co/tess/call/extra`,
    team: `zcal.co/t/noc zcal.co/t/noc/emergency`,
    none: `zcal.co/ zcal.co/i zcal.co/t zcal.co/login zcal.co/pricing zcal.co/blog/x zcal.co/a/b/c/d zcal.co/app/meetings`,
  },
  tidycal: {
    profile: `tidycal.com/tess www.tidycal.com/tess`,
    event: `tidycal.com/tess/30-minute-meeting tidycal.com/tess/30-minute-meeting/ tidycal.com/tess/15?x=1`,
    team: `tidycal.com/team/noc tidycal.com/team/noc/15-minutes`,
    none: `tidycal.com/ tidycal.com/login tidycal.com/pricing tidycal.com/developer/docs tidycal.com/api/me tidycal.com/tess/15/more tidycal.com/team tidycal.com/integrations/zoom tidycal.com/account/x`,
  },
  acuity: {
    page: `app.acuityscheduling.com/schedule.php?owner=123 app.acuityscheduling.com/schedule.php?owner=123&appointmentType=5 tess.acuityscheduling.com tess.acuityscheduling.com/schedule.php tess.acuityscheduling.com/schedule.php?appointmentType=7 tess.as.me tess.as.me/ tess.as.me/intro tess.as.me/schedule.php app.squarespacescheduling.com/schedule.php?owner=9 tess.squarespacescheduling.com app.acuityscheduling.com/schedule/0a1b2c app.acuityscheduling.com/schedule/0a1b2c/appointment/5/calendar/7`,
    none: `app.acuityscheduling.com/schedule.php app.acuityscheduling.com/ app.acuityscheduling.com/login.php secure.acuityscheduling.com/login.php developers.acuityscheduling.com/docs help.acuityscheduling.com/hc www.acuityscheduling.com/pricing tess.as.me/a/b/c`,
  },
  youcanbookme: {
    page: `tess.youcanbook.me tess.youcanbook.me/ tess.youcanbook.me/intro tess-tech.youcanbook.me/?noframe=true ycb.me/tess tess.ycb.me`,
    none: `www.youcanbook.me/pricing app.youcanbook.me/dashboard api.youcanbook.me/v1 support.youcanbook.me/x ycb.me/ embed.ycb.me/x`,
  },
  zoho: {
    page: `noc.zohobookings.com/ noc.zohobookings.com/#/4010000 noc.zohobookings.eu/#/4010000 noc.zohobookings.in/#/4010000 noc.zohobookings.com.au/#/4010000 noc.zohobookings.jp noc.zohobookings.com/portal-embed#/4010000 noc.zohobookings.com/#/4010000?Name=x`,
    none: `noc.zohobookings.com/admin noc.zohobookings.eu/login#/x`,
  },
  oncehub: {
    page: `oncehub.com/tess go.oncehub.com/tess secure.oncehub.com/tess go.oncehub.com/TessTech?name=x meetme.so/tess`,
    none: `oncehub.com/ go.oncehub.com/a/b developers.oncehub.com/docs help.oncehub.com/x app.oncehub.com/x account.oncehub.com/x www.oncehub.com/pricing`,
  },
  "chili-piper": {
    event: `acme.chilipiper.com/book/me/tess acme.chilipiper.com/me/tess-tech/intro acme.chilipiper.com/round-robin/noc acme.chilipiper.com/book/noc?type=x`,
    page: `calendar.chilipiper.com/tess`,
    none: `www.chilipiper.com/pricing help.chilipiper.com/hc app.chilipiper.com/x acme.chilipiper.com/ acme.chilipiper.com/me acme.chilipiper.com/admin/users calendar.chilipiper.com/`,
  },
  zoom: {
    profile: `scheduler.zoom.us/tess`,
    event: `scheduler.zoom.us/tess/intro scheduler.zoom.us/tess/intro?embed=true`,
    private: `scheduler.zoom.us/d/abc123/intro`,
    none: `scheduler.zoom.us/ scheduler.zoom.us/login scheduler.zoom.us/d scheduler.zoom.us/d/abc123`,
  },
  koalendar: {
    event: `koalendar.com/e/tess-30 www.koalendar.com/e/tess-30 koalendar.com/e/tess-30?embed=true`,
    profile: `koalendar.com/u/tess`,
    none: `koalendar.com/ koalendar.com/e koalendar.com/e/a/b koalendar.com/pricing koalendar.com/blog/x`,
  },
  nylas: {
    page: `book.nylas.com/tess schedule.nylas.com/tess-30 book.eu.nylas.com/tess schedule.eu.nylas.com/tess book.nylas.com/us/tess/intro`,
    none: `book.nylas.com/ schedule.nylas.com/`,
  },
};

const table = Object.entries(links).flatMap(([id, kinds]) =>
  Object.entries(kinds).flatMap(([kind, text]) =>
    text.split(" ").map((link) => [id, kind, `https://${link}`] as const),
  ),
);

test("the table is long enough to mean something", () => {
  const disguised = calendars.filter(isSample).length * Object.keys(disguises).length;
  expect(new Set(table.map(([, , link]) => link)).size + disguised).toBeGreaterThanOrEqual(500);
  expect(Object.keys(links).sort()).toEqual(
    schedulers
      .map(({ id }) => id)
      .filter((id) => id !== "other")
      .sort(),
  );
});

test.each(table)("%s: %s at %s", (id, kind, link) => {
  const found = recogniseScheduler(new URL(link));
  if (kind === "none") expect(found).toBeNull();
  else expect(found).toMatchObject({ scheduler: { id }, kind, confidence: "certain" });
});

describe("hosts", () => {
  test.each(schedulers.flatMap(({ id, hosts }) => hosts.map((host) => [id, host] as const)))(
    "%s: links at %s may be stored without another click",
    (_, host) => {
      expect(isAllowedHost(new URL(`https://${host.replace("*", "tess")}/x`), DEFAULT_BOOKING_HOSTS)).toBe(
        true,
      );
    },
  );

  test("no host belongs to two schedulers", () => {
    for (const [, kind, link] of table) {
      if (kind === "none") continue;
      expect([link, schedulers.filter(({ hosts }) => isAllowedHost(new URL(link), hosts)).length]).toEqual([
        link,
        1,
      ]);
    }
  });
});

const calendars = table.filter(([, kind]) => kind !== "none");
const isSample = (_: unknown, at: number) => at % 9 === 0;
const DOMAIN = /([\w-]+\.(?:com\.au|[a-z]+))$/;
const CYRILLIC: Record<string, string> = { a: "а", o: "о", e: "е" };
/** Ways of making a link look like another one's. */
const disguises: Record<string, (link: URL) => string> = {
  "as a subdomain of another domain": ({ host, pathname }) => `https://${host}.evil.example${pathname}`,
  "as a prefix": ({ host, pathname }) => `https://${host}evil.example${pathname}`,
  "behind another name": ({ host, pathname }) => `https://${host.replace(DOMAIN, "evil$1")}${pathname}`,
  "as a user name": ({ host, pathname }) => `https://${host}@evil.example${pathname}`,
  "as a user name with a password": ({ host, pathname }) => `https://${host}:443@evil.example${pathname}`,
  "as a path": ({ host, pathname }) => `https://evil.example/${host}${pathname}`,
  "as a query": ({ href }) => `https://evil.example/x?next=${encodeURIComponent(href)}`,
  "as a fragment": ({ host }) => `https://evil.example/x#${host}`,
  "at another port": ({ host, pathname }) => `https://${host}:8443${pathname}`,
  "with a Cyrillic letter": ({ host, pathname }) =>
    `https://${host.replace(DOMAIN, (domain) => domain.replace(/[aoe]/, (letter) => CYRILLIC[letter] ?? ""))}${pathname}`,
  "as punycode": ({ host, pathname }) => `https://xn--${host.replaceAll(".", "-")}-9ob.example${pathname}`,
  "with a backslash": ({ host, pathname }) => `https://evil.example\\.${host}${pathname}`,
  "without encryption": ({ host, pathname }) => `http://${host}${pathname}`,
};

describe.each(Object.entries(disguises))("a calendar's host %s", (_, disguise) => {
  test.each(calendars.filter(isSample).map(([, , link]) => link))("%s is not allowed", (link) => {
    const disguised = disguise(new URL(link));
    expect(checkLink(disguised, DEFAULT_BOOKING_HOSTS)).toMatchObject({ ok: false });
  });
});

test("whatever the address, recognising it does not throw, and another's host is never certain", () => {
  const host = fc.oneof(
    fc.domain(),
    fc.constantFrom(...calendars.map(([, , link]) => `${new URL(link).host}.evil.example`)),
  );
  fc.assert(
    fc.property(host, fc.webPath(), fc.webQueryParameters(), fc.webFragments(), (host, path, query, hash) => {
      const url = new URL(`https://${host}${path}?${query}#${hash}`);
      const found = recogniseScheduler(url);
      const known = schedulers.some(({ hosts }) => isAllowedHost(url, hosts));
      if (found) expect(found.confidence).toBe(known ? "certain" : "likely");
    }),
    { numRuns: 2000 },
  );
});

describe("on hosts that belong to no scheduler", () => {
  test.each([
    ["https://cal.corp.example/tess/30min", "cal-com", "event"],
    ["https://cal.corp.example:8443/tess", "cal-com", "profile"],
    ["http://127.0.0.1:3000/team/noc/15min", "cal-com", "team"],
    ["https://www.acme.example/meetings/tess", "hubspot", "event"],
    ["https://www.acme.example/meetings/tess/intro", "hubspot", "event"],
    ["https://book.acme.example/a/b/c/d", "other", "page"],
    ["https://book.acme.example/?calendar=7", "other", "page"],
    ["https://book.acme.example/settings/x", "other", "page"],
  ])("%s is likely one of %s", (link, id, kind) => {
    expect(recogniseScheduler(new URL(link))).toMatchObject({
      scheduler: { id },
      kind,
      confidence: "likely",
    });
  });
  test("a bare host is no calendar", () => {
    expect(recogniseScheduler(new URL("https://book.acme.example/"))).toBeNull();
  });
});

describe("on hosts of one's own whose scheduler somebody has named", () => {
  const own = {
    "book.example.com": "calendly",
    "*.acme.example": "google",
    "cal.com": "calendly",
    "x.example": "gone",
  };
  test.each([
    ["https://book.example.com/tess/30min", "calendly", "event"],
    ["https://book.example.com/tess", "calendly", "profile"],
    ["https://book.example.com/a/b/c/d", "calendly", "page"],
    ["https://meet.acme.example/whatever", "google", "page"],
    ["https://cal.com/tess", "cal-com", "profile"], // known hosts stay what they are
    ["https://acme.example/tess", "cal-com", "profile"],
    ["https://book.example.com.evil.example/tess", "cal-com", "profile"],
    ["https://book.example.com:8443/tess", "cal-com", "profile"],
    ["https://x.example/tess", "cal-com", "profile"], // no such scheduler (any more)
  ])("%s is one of %s", (link, id, kind) => {
    expect(recogniseScheduler(new URL(link), own)).toMatchObject({ scheduler: { id }, kind });
  });
});

test("each host that is allowed at the start belongs to a scheduler", () => {
  expect(DEFAULT_BOOKING_HOSTS.filter((host) => !schedulerOfHost(host))).toEqual([]);
  expect(
    ["book.example.com", "*.example.com", "127.0.0.1:8080", "käl.example"].filter(schedulerOfHost),
  ).toEqual([]);
});

test.each([
  ["https://www.cal.com/tess/30min", "https://cal.com/tess/30min"],
  ["https://cal.com/tess/30min/embed", "https://cal.com/tess/30min"],
  ["https://cal.com/tess/", "https://cal.com/tess"],
  ["https://www.calendly.com/tess", "https://calendly.com/tess"],
  [
    "https://calendar.google.com/calendar/u/3/appointments/schedules/AcZssZ0abcdefgh",
    "https://calendar.google.com/calendar/appointments/schedules/AcZssZ0abcdefgh",
  ],
  ["https://noc.zohobookings.com/portal-embed#/401", "https://noc.zohobookings.com/#/401"],
])("%s is written %s", (link, canonical) => {
  expect(recogniseScheduler(new URL(link))?.scheduler.canonical(new URL(link)).href).toBe(canonical);
});
