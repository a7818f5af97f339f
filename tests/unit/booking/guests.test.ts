import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answer } from "../../../lib/booking/answer";
import { findSession } from "../../../lib/booking/sessions";
import { noteLeaving } from "../../../lib/ledger/ledger";
import type { BookingSession } from "../../../lib/messages";
import { Technician } from "../../../lib/offer/technician";
import { portals, share } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";
import { saveTechnicians } from "../../../lib/settings/technicians";
import { person, ticket } from "../ticket/given-ticket";

// Their stores are IndexedDB, which Node has not: tests/browser.
vi.mock("../../../lib/booking/record", () => ({
  recordChange: vi.fn(async () => true),
  recordStart: vi.fn(),
}));
vi.mock("../../../lib/ledger/ledger", () => ({ noteLeaving: vi.fn() }));

const TESS = Technician.parse({ email: "tess@example.com", name: "Tess Tech", link: "https://cal.com/tess" });
const TAB = 4;
const from = (url: string, given: object = {}) =>
  ({ id: "x", url, frameId: 0, tab: { id: TAB }, ...given }) as unknown as Browser.runtime.MessageSender;
const PORTAL_PAGE = from("https://help.example.com/tickets/7");
const FRAME = () => from(fakeBrowser.runtime.getURL("/booking.html"), { frameId: 3 });
const sendToTab = vi.fn(async () => undefined);

const watched = ticket({
  watchers: [
    person({ name: "Rob Remote", email: "rob@example.com" }),
    person({ email: "Rob@example.com" }),
    person({ email: "ada@example.com" }), // the attendee
    person({ email: "TESS@example.com" }), // the technician
    person({ email: "eve@example.com" }),
    person({ name: "Nobody" }),
  ],
});

beforeEach(async () => {
  vi.clearAllMocks();
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  Object.assign(fakeBrowser.tabs, { sendMessage: sendToTab });
  Object.assign(fakeBrowser.windows, { create: vi.fn(async () => ({})) });
  await portals.write([
    { ...newPortal({ origin: "https://help.example.com", basePath: "" }, []), id: "help" },
  ]);
  await saveTechnicians([TESS]);
  await share.update((now) => ({ ...now, watchers: true }));
});

async function open(about = watched) {
  const opened = await answer(
    { type: "openBooking", ticket: about, preset: null, theme: "light" },
    PORTAL_PAGE,
  );
  if (!opened || !("kind" in opened) || opened.kind !== "opened" || !("plainLink" in opened))
    throw new Error("not opened");
  return opened;
}
const claim = (session: string) =>
  answer(
    { type: "claimSession", session, claim: crypto.randomUUID() },
    FRAME(),
  ) as Promise<BookingSession | null>;
const choose = (session: string, emails: string[], sender = FRAME()) =>
  answer({ type: "chooseGuests", session, emails }, sender);
const guestsIn = (link: string) => new URL(link).searchParams.getAll("guests");
const copy = async () => {
  const told = await answer({ type: "linkOf", ticket: watched, preset: null, copied: true }, PORTAL_PAGE);
  return guestsIn((told as { plainLink: string }).plainLink);
};

describe("whom a call would invite", () => {
  test("each watcher once; neither the attendee nor the technician; and nobody before the person has said so", async () => {
    const { session, plainLink } = await open();
    expect(guestsIn(plainLink)).toEqual([]);
    expect(await claim(session)).toMatchObject({
      prefill: { guests: [] },
      guests: [
        { name: "Rob Remote", email: "rob@example.com", invited: true },
        { name: null, email: "eve@example.com", invited: true },
      ],
    });
  });

  test("nobody is asked about where watchers are not shared, or are none", async () => {
    expect((await claim((await open(ticket())).session))?.guests).toEqual([]);
    await share.update((now) => ({ ...now, watchers: false }));
    expect((await claim((await open()).session))?.guests).toEqual([]);
  });

  test("nor where the scheduler takes no guests", async () => {
    await saveTechnicians([{ ...TESS, link: "https://tidycal.com/tess/30" }]);
    expect((await claim((await open()).session))?.guests).toEqual([]);
  });
});

describe("the choice", () => {
  test("counts for the session, its link and its booking; the dialog learns of the link", async () => {
    const { session } = await open();
    await claim(session);
    expect(await choose(session, ["eve@example.com"])).toEqual({ guests: ["eve@example.com"] });
    const now = await findSession(session);
    expect(now).toMatchObject({
      prefill: { guests: ["eve@example.com"] },
      booking: { invited: true },
      guests: [],
    });
    expect(guestsIn(now?.plainLink ?? "")).toEqual(["eve@example.com"]);
    const message = { type: "linkChanged", session, plainLink: now?.plainLink };
    expect(sendToTab).toHaveBeenLastCalledWith(TAB, message, { frameId: 0 });
  });

  test("names nobody who was not found by the background", async () => {
    const { session } = await open();
    await claim(session);
    const emails = ["mallory@evil.example", "ada@example.com", "rob@example.com"];
    expect(await choose(session, emails)).toEqual({ guests: ["rob@example.com"] });
    // Nor may anybody be added afterwards.
    expect(await choose(session, ["eve@example.com"])).toEqual({ guests: [] });
  });

  test.each([
    ["a portal's page", PORTAL_PAGE],
    ["another tab", from("chrome-extension://x/booking.html", { tab: { id: 9 } })],
  ])("is not made by %s", async (_, sender) => {
    const { session } = await open();
    await claim(session);
    expect(await choose(session, ["rob@example.com"], sender)).toEqual({ guests: [] });
    expect((await findSession(session))?.prefill.guests).toEqual([]);
  });

  test("stays for the ticket, whatever is copied or opened next; a link that was copied before invites nobody", async () => {
    expect(await copy()).toEqual([]);
    const { session } = await open();
    await claim(session);
    await choose(session, ["rob@example.com"]);
    expect(await copy()).toEqual(["rob@example.com"]);
    const again = await claim((await open()).session);
    expect(again?.guests.map(({ invited }) => invited)).toEqual([true, false]);
    // A watcher who has come since is on the list, and is asked about.
    const late = person({ email: "late@example.com" });
    const later = await claim((await open({ ...watched, watchers: [...watched.watchers, late] })).session);
    expect(later?.guests.at(-1)).toEqual({ name: null, email: "late@example.com", invited: true });
  });

  test("goes on into the window, which does not ask again", async () => {
    const { session } = await open();
    await claim(session);
    await choose(session, ["rob@example.com"]);
    await answer({ type: "openBookingWindow", session, frameBlocked: false }, PORTAL_PAGE);
    const [[options]] = vi.mocked(fakeBrowser.windows.create).mock.calls as unknown as [[{ url: string }]];
    const id = new URL(options.url).hash.slice(1);
    expect(await findSession(id)).toMatchObject({ prefill: { guests: ["rob@example.com"] }, guests: [] });
  });
});

describe("what is noted as leaving", () => {
  const leavings = () => vi.mocked(noteLeaving).mock.calls.map(([leaving]) => leaving);

  test("a calendar that the booking page opens, and no other page's", async () => {
    const { session } = await open();
    await claim(session);
    const url = "https://app.cal.com/tess/embed?name=Ada";
    await answer({ type: "calendarOpened", session, url }, PORTAL_PAGE);
    expect(leavings()).toEqual([]);
    await answer({ type: "calendarOpened", session, url }, FRAME());
    expect(leavings()).toEqual([
      {
        host: "app.cal.com",
        purpose: "calendar",
        ticket: { portal: "help", number: "T-7" },
        fields: [
          { name: "page", value: "https://app.cal.com/tess/embed" },
          { name: "name", value: "Ada" },
        ],
      },
    ]);
  });

  test("the plain link of a session; an address that the dialog names does not count", async () => {
    const { session } = await open();
    const url = "https://evil.example/?name=Ada";
    await answer({ type: "linkTaken", session, how: "tab", url }, PORTAL_PAGE);
    await answer(
      { type: "linkTaken", session, how: "tab", url },
      from("https://evil.example", { tab: { id: 9 } }),
    );
    expect(leavings()).toMatchObject([{ host: "cal.com", purpose: "tab" }]);
  });

  test("a link that is copied, not one that is only looked at", async () => {
    await copy();
    await answer({ type: "linkOf", ticket: watched, preset: null, copied: false }, PORTAL_PAGE);
    expect(leavings()).toMatchObject([{ host: "cal.com", purpose: "copied", ticket: { number: "T-7" } }]);
  });

  test("a draft, of a granted portal's page alone", async () => {
    const fields = [{ name: "bcc", value: "rob@example.com" }];
    await answer({ type: "draftTaken", number: "T-7", fields }, from("https://evil.example/"));
    expect(leavings()).toEqual([]);
    await answer({ type: "draftTaken", number: "T-7", fields }, PORTAL_PAGE);
    expect(leavings()).toMatchObject([{ host: "mailto", purpose: "mail", fields }]);
  });
});
