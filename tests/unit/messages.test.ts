import { describe, expect, expectTypeOf, test } from "vitest";
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

test("every message has an answer, and every answer a message", () => {
  expectTypeOf<keyof BackgroundAnswers>().toEqualTypeOf<BackgroundMessage["type"]>();
});

test("the answer is that of the message", () => {
  const claim = () => sendToBackground({ type: "claimSession", session: SESSION });
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
    [{ type: "claimSession", session: SESSION }],
  ])("to the overlay: %j", (message) => expect(OverlayMessage.safeParse(message).success).toBe(false));

  test("a failure says why", () => {
    expect(BookingState.safeParse({ step: "failed" }).success).toBe(false);
    expect(BookingState.safeParse({ step: "failed", cause: "silence", code: null }).success).toBe(true);
  });
});
