import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { Booking, type Mark } from "../../../lib/booking/store/booking";
import { bookings } from "../../../lib/booking/store/bookings";
import { findNote, redeemNote, writeNote } from "../../../lib/note/answer-note";
import { portals } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";
import type { Ticket } from "../../../lib/ticket/ticket";
import { ticket } from "../ticket/given-ticket";

type Sender = Browser.runtime.MessageSender;

const ID = "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11";
const TAB = 4;
const URL_OF_TICKET = "https://help.example.com/Ticket/Display.html?id=7";
const TICKET: Ticket = { ...ticket(), portal: "help", id: "7", number: "7", url: URL_OF_TICKET };
const page = { ticket: TICKET, preset: "request-tracker", tab: TAB };
const brief = (): Sender => ({ id: "x", url: fakeBrowser.runtime.getURL(`/brief.html?booking=${ID}`) });

const at = "2026-11-20T12:00:00.000Z";
const booking = Booking.parse({
  id: ID,
  state: "booked",
  mark: null,
  uid: "secret",
  scheduler: "cal-com",
  link: "https://cal.com/tess",
  portal: "help",
  ticket: { id: "7", number: "7", subject: null, url: null },
  technician: { email: "tess@example.com", name: "Tess Tech" },
  attendee: { name: "Ada Visitor", email: null },
  start: "2026-11-23T13:00:00.000Z",
  end: "2026-11-23T13:30:00.000Z",
  timeZone: null,
  paymentRequired: false,
  joinUrl: null,
  history: [],
  source: "here",
  createdAt: at,
  updatedAt: at,
});

async function setUp(note: object | undefined): Promise<void> {
  const portal = newPortal({ origin: "https://help.example.com", basePath: "" }, []);
  await portals.write([{ ...portal, id: "help", preset: "request-tracker", note } as typeof portal]);
}

const about = (mark: Mark, on: typeof page | null = page) => ({ booking: ID, mark, page: on });
const find = (mark: Mark, on: typeof page | null = page, sender = brief()) =>
  findNote({ type: "findNote", about: about(mark, on) }, sender);
const write = (mark: Mark, on: typeof page | null = page, sender = brief()) =>
  writeNote(
    { type: "writeNote", about: about(mark, on), text: "Held.", visibility: "internal", status: null },
    sender,
  );
const sent = vi.fn();

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(navigator, { languages: ["en-GB"] });
  vi.spyOn(bookings, "get").mockImplementation(async (id) => (id === ID ? booking : null));
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  sent.mockReset().mockImplementation(async (_tab: number, { permit }: { permit: string }) => {
    const sender = { id: "x", url: URL_OF_TICKET, frameId: 0, tab: { id: TAB } } as Sender;
    await redeemNote({ type: "redeemNote", permit }, sender);
    return { kind: "written" };
  });
  Object.assign(fakeBrowser.tabs, { sendMessage: sent });
  await setUp({ offer: true });
});

describe("what is proposed", () => {
  test.each([
    ["held", /^Call with Tess Tech, .+: held\.\nAttendee: Ada Visitor\nResult:$/],
    ["no-show", /^Call with Tess Tech, .+: did not take place, nobody came\.\nAttendee: Ada Visitor$/],
    ["follow-up", /: held, needs a follow-up\.\nAttendee: Ada Visitor\nNext step:$/],
  ] as const)("%s: a sentence of its own", async (mark, text) => {
    expect(await find(mark)).toMatchObject({ text: expect.stringMatching(text), how: "write", noted: null });
  });

  test("the portal's own text for an outcome, not the one for bookings", async () => {
    await setUp({ offer: true, text: "Booked.", after: { held: "Spoke to {attendee}." } });
    expect(await find("held")).toMatchObject({ text: "Spoke to Ada Visitor." });
    expect(await find("no-show")).toMatchObject({ text: expect.stringMatching(/^Call with/) });
  });

  test.each<[string, object | undefined, typeof page | null]>([
    ["notes are off", undefined, page],
    ["the ticket is not open", { offer: true }, null],
    ["another ticket is open", { offer: true }, { ...page, ticket: { ...TICKET, id: "8" } }],
    [
      "a page of another site",
      { offer: true },
      { ...page, ticket: { ...TICKET, url: "https://evil.example/7" } },
    ],
  ])("%s: to copy alone", async (_, note, on) => {
    await setUp(note);
    expect(await find("held", on)).toMatchObject({ how: "copy", text: expect.stringMatching(/^Call with/) });
    expect(await write("held", on)).toEqual({ kind: "no-page" });
    expect(sent).not.toHaveBeenCalled();
  });
});

test("each outcome has one note; the note about the booking is another one", async () => {
  expect(await write("held")).toEqual({ kind: "written" });
  expect(await write("held")).toEqual({ kind: "already" });
  expect(await find("held")).toMatchObject({ noted: "written" });
  expect(await find("follow-up")).toMatchObject({ noted: null });
  expect(await write("follow-up")).toEqual({ kind: "written" });
  expect(sent).toHaveBeenCalledTimes(2);
});

test("nobody but the brief may ask", async () => {
  for (const url of [URL_OF_TICKET, fakeBrowser.runtime.getURL("/popup.html")]) {
    const sender: Sender = { id: "x", url };
    expect(await find("held", page, sender)).toBeNull();
    expect(await write("held", page, sender)).toEqual({ kind: "no-page" });
  }
});
