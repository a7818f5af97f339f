import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answer } from "../../../lib/booking/answer";
import { bookedKey, type Outcome } from "../../../lib/booking/outcome";
import type { Session } from "../../../lib/booking/sessions";
import type { BackgroundMessage } from "../../../lib/messages";
import type { NoteResult } from "../../../lib/note/result";
import { Technician } from "../../../lib/offer/technician";
import { portals } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";
import { saveTechnicians } from "../../../lib/settings/technicians";
import { ticket } from "../ticket/given-ticket";

// Its store is IndexedDB, which Node has not: only what the card is shown is written.
vi.mock("../../../lib/booking/record", () => ({
  async recordChange({ booking }: Session, { outcome }: { outcome: Outcome }) {
    if (!booking) return true;
    const { uid: _, ...told } = outcome;
    const call = {
      ...told,
      id: booking.id,
      technician: booking.technician,
      bookedAt: "2026-11-20T12:00:00.000Z",
    };
    await fakeBrowser.storage.local.set({ [bookedKey(booking.portal, booking.ticket.id)]: [call] });
    return true;
  },
  recordStart: vi.fn(),
  recordCallTime: vi.fn(async () => true),
}));

type Sender = Browser.runtime.MessageSender;

const URL_OF_TICKET = "https://help.example.com/Ticket/Display.html?id=7";
const TICKET = { ...ticket(), portal: "help", id: "7", number: "7", url: URL_OF_TICKET };
const TAB = 4;
const from = (url: string, given: object = {}): Sender =>
  ({ id: "x", url, frameId: 0, tab: { id: TAB }, ...given }) as unknown as Sender;
const page = from(URL_OF_TICKET);
const frame = () => from(fakeBrowser.runtime.getURL("/booking.html"), { frameId: 3 });
const popup = () => from(fakeBrowser.runtime.getURL("/popup.html"), { tab: undefined });

/** What the overlay does when it is told to write. */
let overlay: (permit: string) => Promise<NoteResult | undefined>;
const sendToTab =
  vi.fn<(tab: number, message: { type: string; permit: string }) => Promise<NoteResult | undefined>>();
const redeem = (permit: string, sender = page) => answer({ type: "redeemNote", permit }, sender);
const written = async (permit: string): Promise<NoteResult> => {
  await redeem(permit);
  return { kind: "written" };
};

async function setUp(note: { offer: boolean; text?: string } | undefined): Promise<void> {
  const portal = newPortal({ origin: "https://help.example.com", basePath: "" }, []);
  await portals.write([{ ...portal, id: "help", preset: "request-tracker", note }]);
}

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(navigator, { languages: ["en-GB"] });
  sendToTab.mockReset();
  sendToTab.mockImplementation(async (_tab, message) =>
    message.type === "writeNote" ? overlay(message.permit) : undefined,
  );
  overlay = written;
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  Object.assign(fakeBrowser.tabs, { sendMessage: sendToTab });
  await setUp({ offer: true });
  await saveTechnicians([
    Technician.parse({ email: "tess@example.com", name: "Tess Tech", link: "https://cal.com/tess" }),
  ]);
});

/** Books a call in the dialog of the ticket's page. @returns its session */
async function booked(): Promise<string> {
  const opened = await answer(
    { type: "openBooking", ticket: TICKET, preset: "request-tracker", theme: "light" },
    page,
  );
  if (!opened || !("session" in opened)) throw new Error(JSON.stringify(opened));
  const { session } = opened;
  await answer({ type: "claimSession", session, claim: crypto.randomUUID() }, frame());
  const outcome = {
    uid: "a-secret-uid",
    start: "2026-11-23T13:00:00.000Z",
    end: "2026-11-23T13:30:00.000Z",
    status: "accepted" as const,
    paymentRequired: false,
    timeZone: null,
  };
  await answer({ type: "bookingState", session, state: { step: "booked", outcome } }, frame());
  return session;
}
const write = (session: string, given: object = {}, sender = frame()) =>
  answer(
    {
      type: "writeNote",
      about: { session },
      text: "A note",
      visibility: "internal",
      status: null,
      ...given,
    } as BackgroundMessage,
    sender,
  );
const find = (session: string, sender = frame()) => answer({ type: "findNote", about: { session } }, sender);

describe("an offer", () => {
  test.each([undefined, { offer: false }])("none where the portal's setting is %o", async (note) => {
    await setUp(note);
    const session = await booked();
    expect(await find(session)).toBeNull();
    expect(await write(session)).toEqual({ kind: "no-page" });
    expect(sendToTab).not.toHaveBeenCalledWith(TAB, expect.objectContaining({ type: "writeNote" }));
  });

  test("says how, with a text that has neither uid nor links", async () => {
    const offer = await find(await booked());
    expect(offer).toMatchObject({ how: "write", canBePublic: true, noted: null });
    expect(JSON.stringify(offer)).not.toMatch(/a-secret-uid|https:/);
  });

  test("by hand where nobody knows how", async () => {
    await portals.update((all) => all.map((one) => ({ ...one, preset: "freescout" })));
    const popupAbout = { ticket: TICKET, preset: null, tab: TAB };
    await booked();
    const offer = await answer({ type: "findNote", about: popupAbout }, popup());
    expect(offer).toMatchObject({ how: "copy", canBePublic: false });
  });

  test("none for pages, other tabs and tickets without a call", async () => {
    const session = await booked();
    expect(await find(session, page)).toBeNull();
    expect(await find(session, { ...frame(), tab: { id: 9 } as Sender["tab"] & object })).toBeNull();
    const other = { ticket: { ...TICKET, id: "8" }, preset: null, tab: TAB };
    expect(await answer({ type: "findNote", about: other }, popup())).toBeNull();
    expect(await answer({ type: "findNote", about: { ...other, ticket: TICKET } }, page)).toBeNull();
  });
});

describe("the statuses that a ticket can have next", () => {
  const list = (session: string, sender = frame()) =>
    answer({ type: "listStatuses", about: { session } }, sender);
  test("are those that the overlay of its tab has asked for; none for pages, and what is none is not believed", async () => {
    const told = [{ value: "resolved", name: "resolved" }];
    const session = await booked();
    sendToTab.mockImplementation(async () => told as never);
    expect(await list(session)).toEqual(told);
    expect(sendToTab).toHaveBeenLastCalledWith(TAB, { type: "listStatuses", portal: "help", ticket: "7" });
    expect(await list(session, page)).toBeNull();
    sendToTab.mockImplementation(async () => [{ value: 7 }] as never);
    expect(await list(session)).toBeNull();
    sendToTab.mockRejectedValue(new Error("Receiving end does not exist."));
    expect(await list(session)).toBeNull();
  });
});

describe("a confirmed note", () => {
  test("is handed to the overlay of its tab, once, and never sent again", async () => {
    const seen: unknown[] = [];
    overlay = async (permit) => {
      seen.push(await redeem(permit, { ...page, tab: { id: 9 } as Sender["tab"] & object }));
      seen.push(await redeem(permit), await redeem(permit));
      return { kind: "written" };
    };
    const session = await booked();
    expect(await write(session)).toEqual({ kind: "written" });
    expect(seen).toEqual([
      null,
      { portal: "help", ticket: "7", text: "A note", visibility: "internal", status: null },
      null,
    ]);
    expect(await write(session)).toEqual({ kind: "already" });
    expect((await find(session)) as object).toMatchObject({ noted: "written" });
    expect(sendToTab.mock.calls.filter(([, { type }]) => type === "writeNote")).toHaveLength(1);
  });

  test("takes the status along that was confirmed with it, where the portal has one to set", async () => {
    const status = { value: "resolved", name: "resolved" };
    let seen: unknown;
    overlay = async (permit) => {
      seen = await redeem(permit);
      return { kind: "written", status: { name: "resolved", outcome: "refused" } };
    };
    const session = await booked();
    expect(await find(session)).toMatchObject({ canSetStatus: true });
    expect(await write(session, { status })).toMatchObject({ status: { outcome: "refused" } });
    expect(seen).toMatchObject({ text: "A note", status });
    expect(await find(session)).toMatchObject({ noted: "written" });
    await portals.update((all) => all.map((one) => ({ ...one, preset: "my-portal" })));
    expect(await write(await booked(), { status })).toEqual({ kind: "no-box" });
  });

  test("two clicks at once are one note", async () => {
    const session = await booked();
    const both = await Promise.all([write(session), write(session)]);
    expect(both).toEqual([{ kind: "written" }, { kind: "already" }]);
  });

  test.each(["unsaved", "not-signed-in", "offline", "gone"] as const)(
    "%s: it can be tried again",
    async (kind) => {
      overlay = async () => ({ kind });
      const session = await booked();
      expect(await write(session)).toEqual({ kind });
      overlay = written;
      expect(await write(session)).toEqual({ kind: "written" });
    },
  );

  test("the page went away before it had the text: nothing was written", async () => {
    overlay = async () => undefined;
    const session = await booked();
    expect(await write(session)).toEqual({ kind: "no-page" });
    expect(await find(session)).toMatchObject({ noted: null });
  });

  test("the page went away with the text: nobody knows, and it is not sent again", async () => {
    overlay = async (permit) => {
      await redeem(permit);
      throw new Error("The message port closed before a response was received.");
    };
    const session = await booked();
    expect(await write(session)).toEqual({ kind: "unknown" });
    overlay = written;
    expect(await write(session)).toEqual({ kind: "unknown" });
  });

  test("the background ends in between: the next one knows of it", async () => {
    let onTheWay = () => {};
    const asked = new Promise<void>((resolve) => {
      onTheWay = resolve;
    });
    overlay = () => {
      onTheWay();
      return new Promise(() => {});
    };
    const session = await booked();
    void write(session);
    await asked;
    expect(await find(session)).toMatchObject({ noted: "unknown" });
  });

  test("pages cannot confirm", async () => {
    const session = await booked();
    expect(await write(session, {}, page)).toEqual({ kind: "no-page" });
    expect(sendToTab).not.toHaveBeenCalledWith(TAB, expect.objectContaining({ type: "writeNote" }));
  });
});
