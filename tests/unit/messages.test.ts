import { afterEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  type BackgroundAnswers,
  BackgroundMessage,
  type BookingSession,
  BookingState,
  OverlayMessage,
  sendToBackground,
} from "../../lib/messages";
import type { NoOffer } from "../../lib/offer/resolve";
import { ticket } from "./ticket/given-ticket";

const SESSION = "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11";

afterEach(() => vi.restoreAllMocks());

test("every message has an answer, and every answer a message", () => {
  expectTypeOf<keyof BackgroundAnswers>().toEqualTypeOf<BackgroundMessage["type"]>();
});

test("the answer is that of the message", () => {
  const claim = () => sendToBackground({ type: "claimSession", session: SESSION, claim: SESSION });
  expectTypeOf(claim).returns.resolves.toEqualTypeOf<BookingSession | null>();
  const open = () =>
    sendToBackground({ type: "openBooking", ticket: ticket(), preset: null, theme: "light" });
  expectTypeOf(open).returns.resolves.toEqualTypeOf<BackgroundAnswers["openBooking"]>();
  expectTypeOf<Extract<BackgroundAnswers["openBooking"], { kind: "none" }>>().toExtend<NoOffer>();
  const window = () => sendToBackground({ type: "openBookingWindow", session: SESSION, frameBlocked: false });
  expectTypeOf(window).returns.resolves.toEqualTypeOf<{ opened: boolean }>();
  // @ts-expect-error a session is asked for by its id
  expectTypeOf(sendToBackground).toBeCallableWith({ type: "claimSession" });
  // @ts-expect-error there is no such message
  expectTypeOf(sendToBackground).toBeCallableWith({ type: "deleteEverything" });
});

test("a message arrives, and its answer comes back", async () => {
  fakeBrowser.runtime.onMessage.addListener((message: unknown) => Promise.resolve({ opened: true, message }));
  const message = { type: "openBookingWindow", session: SESSION, frameBlocked: false } as const;
  expect(await sendToBackground(message)).toEqual({ opened: true, message });
});

describe("a background that is stopped before it answers", () => {
  const LOST = "A listener indicated an asynchronous response, but the message channel closed";
  const claim = { type: "claimSession", session: SESSION, claim: SESSION } as const;
  const answers = (...given: (() => Promise<unknown>)[]) =>
    vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation(() => (given.shift() ?? expect.fail)());
  const lost = () => Promise.reject(new Error(LOST));
  const nothing = () => Promise.resolve(undefined); // as the polyfill makes of some of Chromium's errors

  test.each([
    ["an error", lost],
    ["nothing at all", nothing],
  ])("by %s: it is asked once more", async (_, ends) => {
    const sent = answers(ends, () => Promise.resolve(null));
    expect(await sendToBackground(claim)).toBeNull();
    expect(sent.mock.calls).toEqual([[claim], [claim]]);
  });
  test("twice: whoever asks is told", async () => {
    answers(lost, lost);
    await expect(sendToBackground(claim)).rejects.toThrow(LOST);
    answers(nothing, nothing);
    await expect(sendToBackground(claim)).rejects.toThrow();
  });
  test.each([
    { type: "openBookingWindow", session: SESSION, frameBlocked: false } as const,
    {
      type: "bookSlot",
      session: SESSION,
      meetingType: "1",
      start: "2026-11-23T09:00:00Z",
      attendee: { name: "Ada", email: "ada@example.com", phone: null, guests: [], notes: "" },
      timeZone: "UTC",
    } as const,
  ])("what would be done twice is not asked for twice: $type", async (message) => {
    const sent = answers(lost);
    await expect(sendToBackground(message as BackgroundMessage)).rejects.toThrow(LOST);
    expect(sent).toHaveBeenCalledOnce();
  });
});

describe("what is no message is not taken for one", () => {
  test.each<[unknown]>([
    [null],
    ["claimSession"],
    [{}],
    [{ type: "claimSession" }],
    [{ type: "claimSession", session: "1" }],
    [{ type: "openBooking", ticket: { ...ticket(), url: "no address" }, preset: null, theme: "light" }],
    [
      {
        type: "openBooking",
        ticket: { ...ticket(), subject: "x".repeat(501) },
        preset: null,
        theme: "light",
      },
    ],
    [{ type: "openBooking", ticket: ticket(), preset: null, theme: "pink" }],
    [{ type: "bookingState", session: SESSION, state: { step: "booked", outcome: { uid: 1 } } }],
    [{ type: "describePage" }],
  ])("to the background: %j", (message) => expect(BackgroundMessage.safeParse(message).success).toBe(false));

  test.each<[unknown]>([
    [{ type: "bookingProgress", session: "x", state: { step: "ready" } }],
    [{ type: "bookingProgress", session: SESSION, state: { step: "done" } }],
    [{ type: "grantedOrigins" }],
    [{ type: "claimSession", session: SESSION, claim: SESSION }],
  ])("to the overlay: %j", (message) => expect(OverlayMessage.safeParse(message).success).toBe(false));

  test("a failure says why", () => {
    expect(BookingState.safeParse({ step: "failed" }).success).toBe(false);
    expect(BookingState.safeParse({ step: "failed", cause: "silence", code: null }).success).toBe(true);
  });
});
