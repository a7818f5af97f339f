import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { answer } from "../../../../lib/booking/answer";
import { counters } from "../../../../lib/booking/insights/counters";
import { lastRefused } from "../../../../lib/booking/insights/refused";
import { BackgroundMessage } from "../../../../lib/messages";
import { Technician } from "../../../../lib/offer/technician";
import { counting, portals } from "../../../../lib/settings/items";
import { newPortal } from "../../../../lib/settings/portal";
import { saveTechnicians } from "../../../../lib/settings/technicians";

// IndexedDB, which Node has not: tests/browser/booking/counters.test.ts.
vi.mock("../../../../lib/booking/insights/counters", () => ({ counters: { add: vi.fn() } }));
const add = vi.mocked(counters.add);

type Sender = Browser.runtime.MessageSender;
const from = (url: string, given: object = {}): Sender =>
  ({ id: "x", url, frameId: 0, tab: { id: 4 }, ...given }) as unknown as Sender;
const PORTAL_PAGE = from("https://help.example.com/tickets/7");
const shown = { type: "countCard", step: "shown", technician: "tess@example.com" } as const;

let granted = true;
beforeEach(async () => {
  granted = true;
  vi.useFakeTimers({ now: new Date("2026-11-21T12:00:00Z"), toFake: ["Date"] });
  add.mockReset();
  Object.assign(fakeBrowser, { permissions: { contains: async () => granted } });
  const portal = { ...newPortal({ origin: "https://help.example.com", basePath: "" }, []), id: "help" };
  await portals.write([portal]);
  await saveTechnicians([Technician.parse({ email: "Tess@Example.com" })]);
});
afterEach(() => void vi.useRealTimers());

test("a card is counted by day, portal and technician: the portal is the sender's, the technician the directory's", async () => {
  await answer({ ...shown, technician: "TESS@example.com " }, PORTAL_PAGE);
  await answer({ ...shown, step: "opened" }, PORTAL_PAGE);
  const key = { day: "2026-11-21", portal: "help", technician: "tess@example.com" };
  expect(add.mock.calls).toEqual([
    [key, "shown"],
    [key, "opened"],
  ]);
});

test("a technician who is not in the directory is nobody", async () => {
  await answer({ ...shown, technician: "mallory@example.com" }, PORTAL_PAGE);
  await answer({ ...shown, technician: "" }, PORTAL_PAGE);
  expect(add.mock.calls.map(([{ technician }]) => technician)).toEqual(["", ""]);
});

test("other sites, portals that are not granted, and our own pages do not count", async () => {
  await answer(shown, from("https://evil.example/tickets/7"));
  await answer(shown, from("https://help.example.com/tickets/7", { tab: undefined }));
  await answer(shown, from(fakeBrowser.runtime.getURL("/options.html")));
  granted = false;
  await answer(shown, PORTAL_PAGE);
  expect(add).not.toHaveBeenCalled();
});

test("switched off, nothing is counted, whatever is told", async () => {
  await counting.write(false);
  await answer(shown, PORTAL_PAGE);
  expect(add).not.toHaveBeenCalled();
});

test("a browser that refuses troubles nobody at the ticket; that it did is kept in mind", async () => {
  add.mockRejectedValue(new DOMException("full", "QuotaExceededError"));
  expect(await lastRefused()).toBeNull();
  await expect(answer(shown, PORTAL_PAGE)).resolves.toBeNull();
  expect(await lastRefused()).toEqual(new Date("2026-11-21T12:00:00Z"));
});

test.each([
  { ...shown, step: "booked" },
  { ...shown, technician: `${"a".repeat(250)}@example.com` },
  { type: "countCard", step: "shown" },
])("a message with anything else is none: %j", (message) => {
  expect(BackgroundMessage.safeParse(message).success).toBe(false);
});
