import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answer } from "../../../lib/booking/answer";
import { copiedLinks } from "../../../lib/booking/copied-links";
import type { Outcome } from "../../../lib/booking/outcome";
import { recordCallTime, recordChange, recordStart } from "../../../lib/booking/record";
import { findSession } from "../../../lib/booking/sessions";
import type { BackgroundMessage } from "../../../lib/messages";
import { Technician } from "../../../lib/offer/technician";
import { drifts } from "../../../lib/settings/drift";
import { bookingHosts, ownSchedulers, portals } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";
import { removeTechnicians, saveTechnicians } from "../../../lib/settings/technicians";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { person, ticket } from "../ticket/given-ticket";

// Its store is IndexedDB, which Node has not: tests/browser/booking.
vi.mock("../../../lib/booking/record", () => ({
  recordChange: vi.fn(async () => true),
  recordStart: vi.fn(),
  recordCallTime: vi.fn(async () => true),
}));
vi.mock("../../../lib/ledger/ledger", () => ({ noteLeaving: vi.fn() }));

type Sender = Browser.runtime.MessageSender;

const TESS = Technician.parse({ email: "tess@example.com", name: "Tess Tech", link: "https://cal.com/tess" });
const TAB = 4;
const from = (url: string, given: object = {}): Sender =>
  ({ id: "x", url, frameId: 0, tab: { id: TAB }, ...given }) as unknown as Sender;
const PORTAL_PAGE = from("https://help.example.com/tickets/7");
const extensionPage = (path: string, given: object = {}) => from(fakeBrowser.runtime.getURL(path), given);
const BOOKING_FRAME = () => extensionPage("/booking.html", { frameId: 3 });

let granted = true;
const sendToTab = vi.fn(async () => undefined);
const createWindow = vi.fn(async () => ({}));

beforeEach(async () => {
  granted = true;
  vi.clearAllMocks();
  // Parts of the browser that WXT's fake leaves out.
  Object.assign(fakeBrowser, { permissions: { contains: async () => granted } });
  Object.assign(fakeBrowser.tabs, { sendMessage: sendToTab });
  Object.assign(fakeBrowser.windows, { create: createWindow });
  await portals.write([
    { ...newPortal({ origin: "https://help.example.com", basePath: "" }, []), id: "help" },
  ]);
  await saveTechnicians([TESS]);
});

const openBooking = (
  given: Partial<Extract<BackgroundMessage, { type: "openBooking" }>> = {},
  sender = PORTAL_PAGE,
) => answer({ type: "openBooking", ticket: ticket(), preset: null, theme: "light", ...given }, sender);

/** Opens a booking from the portal page. */
async function opened(): Promise<string> {
  const told = await openBooking();
  if (!told || !("session" in told)) throw new Error("not opened");
  return told.session;
}

describe("the label reader", () => {
  const executeScript = vi.fn(async () => []);
  beforeEach(() => {
    executeScript.mockClear();
    Object.assign(fakeBrowser, { scripting: { executeScript } });
  });

  test("goes into the frame that asks for it", async () => {
    await answer({ type: "loadLabels" }, from("https://help.example.com/tickets/7", { frameId: 2 }));
    const target = { tabId: TAB, frameIds: [2] };
    expect(executeScript).toHaveBeenCalledWith({ target, files: ["/labels.js"] });
  });

  test("and nowhere without a tab", async () => {
    await answer({ type: "loadLabels" }, from("https://help.example.com/", { tab: undefined }));
    expect(executeScript).not.toHaveBeenCalled();
  });
});

describe("a page that has changed", () => {
  const changed = { type: "pageChanged", preset: "redmine", page: "/issues/:id", missing: "ticket" } as const;

  beforeEach(() => {
    const manifest = { manifest_version: 3, name: "CallCard", version: "0.1.0" } as const;
    vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue(manifest);
  });

  test("is kept for the portal whose page tells of it, until it works again", async () => {
    await answer(changed, PORTAL_PAGE);
    expect(await drifts.read()).toMatchObject([{ portal: "help", name: "Redmine", seen: false }]);
    await answer({ type: "pageWorks", page: "/issues/:id" }, PORTAL_PAGE);
    expect(await drifts.read()).toMatchObject([{ seen: true }]);
  });

  test("is not believed of other sites, nor of portals that are not granted", async () => {
    await answer(changed, from("https://evil.example/tickets/7"));
    granted = false;
    await answer(changed, PORTAL_PAGE);
    expect(await drifts.read()).toEqual([]);
  });
});

describe("opening a booking", () => {
  test("the link comes from the directory, with what may be shared", async () => {
    const told = await openBooking();
    expect(told).toMatchObject({ kind: "opened", technician: "tess@example.com" });
    const session = await findSession(await opened());
    expect(session).toMatchObject({
      link: "https://cal.com/tess",
      ticket: { number: "T-7", subject: "Printer is on fire" },
      prefill: {
        name: "Ada Visitor",
        notes: expect.stringContaining("Regarding Ticket #T-7 — Printer is on fire"),
      },
      opener: { tab: TAB, frame: 0 },
      booking: { portal: "help", ticket: { id: "7", number: "T-7" }, scheduler: "cal-com" },
      claimedBy: null,
    });
  });

  test.each<[string, () => Sender]>([
    ["another site", () => from("https://evil.example/tickets/7")],
    ["a site that only looks like it", () => from("https://help.example.com.evil.example/tickets/7")],
    ["no tab", () => from("https://help.example.com/tickets/7", { tab: undefined })],
    ["no address", () => from("https://help.example.com/", { url: undefined })],
  ])("from %s there is none", async (_, sender) => {
    expect(await openBooking({}, sender())).toEqual({ kind: "none", reason: "assignee-unknown" });
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  test("on a portal that is not granted (any more) there is none", async () => {
    granted = false;
    expect(await openBooking()).toMatchObject({ kind: "none" });
  });

  test("with an address of another site there is none: it would travel in the notes", async () => {
    const foreign = ticket({ url: "https://evil.example/agent/tickets/123" });
    expect(await openBooking({ ticket: foreign })).toMatchObject({ kind: "none" });
  });

  test("for a ticket of another portal there is none", async () => {
    expect(await openBooking({ ticket: ticket({ portal: "other" }) })).toMatchObject({ kind: "none" });
  });

  test("a link that the overlay passes on counts only on pages whose lookup may give one", async () => {
    await removeTechnicians(["tess@example.com"]);
    const assignee = { name: null, login: null, phone: null, email: "tess@example.com" };
    const forged = ticket({ assignee, bookingUrl: "https://cal.com/somebody" });
    expect(await openBooking({ ticket: forged })).toMatchObject({ reason: "not-in-directory" });

    const page = PageDefinition.parse({ kind: "ticket", url: "/tickets/:id", fields: {} });
    const withLookup = (given: object) =>
      portals.update((all) =>
        all.map((one) => ({ ...one, pages: [page], lookup: { url: "/x/{id}" }, ...given })),
      );
    await withLookup({});
    expect(await openBooking({ ticket: forged })).toMatchObject({ kind: "opened" });
    const mapped = { ...page, fields: { assigneeEmail: [{ json: "/owner" }] } };
    await withLookup({ pages: [mapped] });
    expect(await openBooking({ ticket: forged })).toMatchObject({ reason: "not-in-directory" });
  });

  test("for nobody there is none, and the reason is told", async () => {
    const nobody = ticket({ assignee: null, assignment: "unassigned" });
    expect(await openBooking({ ticket: nobody })).toEqual({ kind: "none", reason: "unassigned" });
  });
});

describe("claiming a session", () => {
  const claim = (session: string, sender: Sender) =>
    answer({ type: "claimSession", session, claim: crypto.randomUUID() }, sender);

  test("our booking page in the same tab gets it, and the portal page hears of it", async () => {
    const session = await opened();
    const told = await claim(session, BOOKING_FRAME());
    expect(told).toMatchObject({ link: "https://cal.com/tess", rung: "frame" });
    expect(told).not.toHaveProperty("opener");
    expect(sendToTab).toHaveBeenCalledWith(
      TAB,
      { type: "bookingProgress", session, state: { step: "started" } },
      { frameId: 0 },
    );
  });

  test.each<[string, () => Sender]>([
    ["the portal page", () => PORTAL_PAGE],
    ["another page of ours", () => extensionPage("/options.html", { frameId: 3 })],
    ["a booking page in another tab", () => extensionPage("/booking.html", { frameId: 3, tab: { id: 9 } })],
    ["a booking page that is no frame", () => extensionPage("/booking.html")],
    ["a booking page without a tab", () => extensionPage("/booking.html", { tab: undefined })],
  ])("%s does not get it", async (_, sender) => {
    expect(await claim(await opened(), sender())).toBeNull();
  });
});

describe("what the booking page tells", () => {
  const outcome: Outcome = {
    uid: "secret",
    start: "2026-11-23T13:00:00.000Z",
    end: "2026-11-23T13:30:00.000Z",
    status: "accepted",
    paymentRequired: false,
    timeZone: null,
  };
  const booked = (session: string, sender: Sender) =>
    answer({ type: "bookingState", session, state: { step: "booked", outcome } }, sender);

  test("a booked call is recorded under its ticket", async () => {
    const session = await opened();
    await answer({ type: "claimSession", session, claim: crypto.randomUUID() }, BOOKING_FRAME());
    await booked(session, BOOKING_FRAME());
    expect(recordChange).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: session, booking: expect.objectContaining({ portal: "help" }) }),
      { what: "booked", outcome },
      expect.any(Date),
    );
  });

  test("a calendar that is there is kept as a beginning; whether an outcome is kept is told", async () => {
    const session = await opened();
    await answer({ type: "claimSession", session, claim: crypto.randomUUID() }, BOOKING_FRAME());
    await answer({ type: "bookingState", session, state: { step: "ready" } }, BOOKING_FRAME());
    expect(recordStart).toHaveBeenCalledOnce();
    vi.mocked(recordChange).mockResolvedValueOnce(false);
    expect(await booked(session, BOOKING_FRAME())).toEqual({ kept: false, outcome: null });
  });

  test("counts only from the page that has claimed the session", async () => {
    const session = await opened();
    await booked(session, BOOKING_FRAME()); // nobody has claimed it
    await answer({ type: "claimSession", session, claim: crypto.randomUUID() }, BOOKING_FRAME());
    await booked(session, PORTAL_PAGE);
    await booked(session, extensionPage("/booking.html", { tab: { id: 9 } }));
    expect(recordChange).not.toHaveBeenCalled();
  });

  test("how far it got goes to the portal page", async () => {
    const session = await opened();
    await answer({ type: "claimSession", session, claim: crypto.randomUUID() }, BOOKING_FRAME());
    sendToTab.mockClear();
    const state = { step: "failed", cause: "refused", code: "404" } as const;
    await answer({ type: "bookingState", session, state }, BOOKING_FRAME());
    expect(sendToTab).toHaveBeenCalledWith(TAB, { type: "bookingProgress", session, state }, { frameId: 0 });
  });
});

describe("a window of its own", () => {
  test("opens the same booking under another id, from the tab where it was opened", async () => {
    const session = await opened();
    expect(await answer({ type: "openBookingWindow", session, frameBlocked: false }, PORTAL_PAGE)).toEqual({
      opened: true,
    });
    const [options] = createWindow.mock.calls[0] as unknown as [{ url: string }];
    const id = new URL(options.url).hash.slice(1);
    expect(id).not.toBe(session);
    expect(await findSession(id)).toMatchObject({
      rung: "window",
      link: "https://cal.com/tess",
      claimedBy: null,
    });
  });
  test("opens for no other tab", async () => {
    const session = await opened();
    const other = from("https://help.example.com/tickets/7", { tab: { id: 9 } });
    expect(await answer({ type: "openBookingWindow", session, frameBlocked: false }, other)).toEqual({
      opened: false,
    });
    expect(createWindow).not.toHaveBeenCalled();
  });
  test("tries a link for our own pages only, without any ticket", async () => {
    const message = { type: "tryLink", technician: TESS, theme: "dark" } as const;
    expect(await answer(message, PORTAL_PAGE)).toEqual({ opened: false });
    expect(await answer(message, extensionPage("/options.html"))).toEqual({ opened: true });
    const sessions = Object.values(await fakeBrowser.storage.session.get(null));
    expect(sessions).toMatchObject([{ ticket: null, booking: null, opener: null, prefill: { notes: null } }]);
  });
});

describe("a calendar that refuses frames", () => {
  const google = (link: string) => saveTechnicians([{ ...TESS, link }]);

  test("opens as it is, filled in, in a window of its own", async () => {
    await google("https://calendar.app.google/AbCd123");
    expect(await openBooking()).toMatchObject({
      how: "window",
      quiet: false,
      tells: "nothing",
      scheduler: "Google Calendar",
      plainLink: "https://calendar.app.google/AbCd123",
    });
    const session = await opened();
    await answer({ type: "openBookingWindow", session, frameBlocked: false }, PORTAL_PAGE);
    expect(createWindow).toHaveBeenCalledWith(
      expect.objectContaining({ type: "popup", url: "https://calendar.app.google/AbCd123" }),
    );
  });
  test("a quiet one is framed; its window is its own page, too", async () => {
    await google("https://calendar.google.com/calendar/appointments/schedules/AcZssZ0abcdefgh");
    expect(await openBooking()).toMatchObject({ how: "frame", quiet: true, tells: "nothing" });
    const session = await opened();
    await answer({ type: "openBookingWindow", session, frameBlocked: false }, PORTAL_PAGE);
    expect(createWindow).toHaveBeenCalledWith(
      expect.objectContaining({ url: expect.stringContaining("https://calendar.google.com/") }),
    );
  });
  test("is tried the same way", async () => {
    const technician = { ...TESS, link: "https://calendar.app.google/AbCd123" };
    await answer({ type: "tryLink", technician, theme: "dark" }, extensionPage("/options.html"));
    expect(createWindow).toHaveBeenCalledWith(expect.objectContaining({ url: technician.link }));
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });
  test("what somebody says of a host counts", async () => {
    await google("https://cal.com/tess");
    expect(await openBooking()).toMatchObject({ scheduler: "Cal.com", tells: "time" });
    await bookingHosts.update((hosts) => [...hosts, "book.example.com"]);
    await google("https://book.example.com/tess/30min");
    expect(await openBooking()).toMatchObject({ scheduler: "Cal.com" });
    await ownSchedulers.write({ "book.example.com": "calendly" });
    expect(await openBooking()).toMatchObject({ scheduler: "Calendly", tells: "booked" });
    expect(await findSession(await opened())).toMatchObject({ scheduler: "calendly" });
  });
});

describe("what the person tells", () => {
  const START = "2026-11-23T13:00:00.000Z";
  const told = (start: string | null) => ({
    what: "booked",
    outcome: expect.objectContaining({ uid: null, start, end: null, status: "accepted" }),
  });
  const byHand = (session: string, start: string | null = START, sender = PORTAL_PAGE) =>
    answer({ type: "bookedByHand", session, start }, sender);
  const CALL = "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11";
  const time = (call = CALL, start = START, sender = PORTAL_PAGE) =>
    answer({ type: "tellCallTime", ticket: "7", call, start }, sender);
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-20T10:00:00Z") }));
  afterEach(() => vi.useRealTimers());

  test("is recorded as any outcome", async () => {
    const session = await opened();
    expect(await byHand(session)).toEqual({ recorded: true });
    const ofSession = expect.objectContaining({ id: session });
    expect(recordChange).toHaveBeenLastCalledWith(ofSession, told(START), expect.any(Date));
    await byHand(session, null);
    expect(recordChange).toHaveBeenLastCalledWith(ofSession, told(null), expect.any(Date));
  });
  test("a time that is not known may be told later, on the portal of its ticket", async () => {
    expect(await time()).toEqual({ recorded: true });
    const where = { portal: "help", ticket: "7", booking: CALL };
    expect(recordCallTime).toHaveBeenCalledExactlyOnceWith(where, START, expect.any(Date));
    const refused = { recorded: false };
    expect(await time(CALL, START, from("https://evil.example/tickets/7"))).toEqual(refused);
    expect(recordCallTime).toHaveBeenCalledOnce();
  });
  test("counts only in the document that opened the session", async () => {
    const session = await opened();
    const refused = { recorded: false };
    const elsewhere = from("https://help.example.com/tickets/7", { tab: { id: 9 } });
    expect(await byHand(session, START, elsewhere)).toEqual(refused);
    expect(await byHand(session, START, from(PORTAL_PAGE.url ?? "", { frameId: 3 }))).toEqual(refused);
    expect(await byHand(crypto.randomUUID())).toEqual(refused);
    expect(recordChange).not.toHaveBeenCalled();
  });
  test("no time that has passed, and none in ten years", async () => {
    const session = await opened();
    for (const start of ["2026-11-19T13:00:00.000Z", "2036-11-19T13:00:00.000Z"]) {
      expect(await byHand(session, start)).toEqual({ recorded: false });
      expect(await time(CALL, start)).toEqual({ recorded: false });
    }
  });
});

describe("a ticket's link", () => {
  const link = (copied: boolean, sender = PORTAL_PAGE) =>
    answer({ type: "linkOf", ticket: ticket(), preset: null, copied }, sender);

  test("is filled in; one that is taken along is kept in mind for its person", async () => {
    expect(await link(false)).toMatchObject({
      plainLink: expect.stringContaining("https://cal.com/tess?name="),
    });
    expect(await copiedLinks.read()).toEqual([]);
    await link(true);
    expect(await copiedLinks.read()).toMatchObject([
      { portal: "help", ticket: "7", technician: { email: "tess@example.com" } },
    ]);
  });
  test("is told to nobody else", async () => {
    expect(await link(true, from("https://evil.example/tickets/7"))).toEqual({ plainLink: null });
    expect(await copiedLinks.read()).toEqual([]);
  });
  test("made for somebody else: the next booking says so", async () => {
    await link(true);
    expect(await openBooking()).toMatchObject({ guard: [] });
    const rob = { ...TESS, email: "rob@example.com", name: "Rob Remote", link: "https://cal.com/rob" };
    await saveTechnicians([rob]);
    const reassigned = ticket({ closed: true, assignee: person({ email: "rob@example.com" }) });
    expect(await openBooking({ ticket: reassigned })).toMatchObject({
      technician: "rob@example.com",
      guard: [{ reason: "closed" }, { reason: "link", former: "Tess Tech" }],
    });
  });
});

describe("a portal that blocks frames", () => {
  const BOOKING_WINDOW = () => extensionPage("/booking.html", { frameId: 0, tab: { id: 9 } });
  /** The frame was silent, and the same calendar answers in a window. */
  async function answeredInWindow(frameBlocked: boolean): Promise<void> {
    createWindow.mockClear();
    const session = await opened();
    await answer({ type: "openBookingWindow", session, frameBlocked }, PORTAL_PAGE);
    const [options] = createWindow.mock.calls[0] as unknown as [{ url: string }];
    const id = new URL(options.url).hash.slice(1);
    await answer({ type: "claimSession", session: id, claim: crypto.randomUUID() }, BOOKING_WINDOW());
    await answer({ type: "bookingState", session: id, state: { step: "ready" } }, BOOKING_WINDOW());
  }
  afterEach(() => vi.useRealTimers());

  test("is remembered for a day", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-21T10:00:00Z") });
    expect(await openBooking()).toMatchObject({ frameBlocked: false });
    await answeredInWindow(true);
    expect(await openBooking()).toMatchObject({ frameBlocked: true });
    vi.setSystemTime(new Date("2026-11-22T09:59:00Z"));
    expect(await openBooking()).toMatchObject({ frameBlocked: true });
    vi.setSystemTime(new Date("2026-11-22T10:00:00Z"));
    expect(await openBooking()).toMatchObject({ frameBlocked: false });
  });
  test("is not blamed for a window that somebody asked for", async () => {
    await answeredInWindow(false);
    expect(await openBooking()).toMatchObject({ frameBlocked: false });
  });
  test("is not blamed for a calendar that is silent in its window, too", async () => {
    const session = await opened();
    await answer({ type: "openBookingWindow", session, frameBlocked: true }, PORTAL_PAGE);
    expect(await openBooking()).toMatchObject({ frameBlocked: false });
  });
  test("is one portal, not all", async () => {
    await answeredInWindow(true);
    await portals.write([
      { ...newPortal({ origin: "https://other.example.com", basePath: "" }, []), id: "help" },
    ]);
    const other = ticket({ url: "https://other.example.com/tickets/7" });
    expect(await openBooking({ ticket: other }, from("https://other.example.com/tickets/7"))).toMatchObject({
      kind: "opened",
      frameBlocked: false,
    });
  });
});

test("a closed booking is forgotten", async () => {
  const session = await opened();
  await answer({ type: "closeBooking", session }, PORTAL_PAGE);
  expect(await findSession(session)).toBeNull();
});

describe("adding a portal", () => {
  const add = (origin: string, sender: Sender) => answer({ type: "addPortal", origin }, sender);
  const origins = async () => (await portals.read()).map(({ origin }) => origin);

  test("works from our own pages, once a site", async () => {
    await add("https://new.example.com/tickets/7", extensionPage("/popup.html"));
    await add("https://new.example.com", extensionPage("/popup.html"));
    expect(await origins()).toEqual(["https://help.example.com", "https://new.example.com"]);
  });
  test("does not work from a portal page", async () => {
    await add("https://evil.example", PORTAL_PAGE);
    expect(await origins()).toEqual(["https://help.example.com"]);
  });
  test.each(["file:///etc/passwd", "chrome://extensions", "https://*", "data:text/html,x"])(
    "%s is no portal, and spoils nothing",
    async (address) => {
      await add(address, extensionPage("/popup.html")).catch(() => null);
      expect(await origins()).toEqual(["https://help.example.com"]);
    },
  );
});

describe("a product that only its pages tell", () => {
  const recognised = (preset: string, sender = PORTAL_PAGE) =>
    answer({ type: "presetRecognised", preset }, sender);
  const stored = async () => (await portals.read()).map(({ preset }) => preset);

  test("is stored with the portal of the page, where its tickets stand in frames", async () => {
    await recognised("redmine");
    expect(await stored()).toEqual([undefined]);
    await recognised("servicenow");
    expect(await stored()).toEqual(["servicenow"]);
  });

  test("does not replace what is set", async () => {
    await portals.update((all) => all.map((portal) => ({ ...portal, preset: "redmine" })));
    await recognised("servicenow");
    expect(await stored()).toEqual(["redmine"]);
  });

  test.each<[string, Sender]>([
    ["another site", from("https://evil.example/")],
    ["a frame", from("https://help.example.com/tickets/7", { frameId: 3 })],
    ["no address", from("https://help.example.com/", { url: undefined })],
  ])("from %s it is not believed", async (_, sender) => {
    await recognised("servicenow", sender);
    expect(await stored()).toEqual([undefined]);
  });

  test("a session that a frame opened is told to that frame, and to no other", async () => {
    const told = await openBooking({}, from("https://help.example.com/tickets/7", { frameId: 9 }));
    if (!told || !("session" in told)) throw new Error("not opened");
    await answer(
      { type: "claimSession", session: told.session, claim: crypto.randomUUID() },
      BOOKING_FRAME(),
    );
    expect(sendToTab).toHaveBeenCalledWith(TAB, expect.objectContaining({ session: told.session }), {
      frameId: 9,
    });
  });
});
