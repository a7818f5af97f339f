import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import briefCss from "../../../components/brief/brief.css?inline";
import { CallBrief, type CallBriefProps } from "../../../components/brief/CallBrief";
import { NoCall } from "../../../components/brief/NoCall";
import formCss from "../../../components/form.css?inline";
import pageCss from "../../../components/page.css?inline";
import type { Booking } from "../../../lib/booking/store/booking";
import { bookings } from "../../../lib/booking/store/bookings";
import ar from "../../../locales/ar.json";
import en from "../../../locales/en.json";
import { speak } from "../../i18n";
import { forgetBookings, NOW, newBooking, outcome } from "../booking/given-booking";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + briefCss;
const START = Date.parse("2026-11-23T09:00:00.000Z");
let booked: Booking;
beforeEach(async () => {
  await forgetBookings();
  const change = { what: "booked", outcome: outcome({ joinUrl: "https://meet.example.com/7" }) } as const;
  booked = await bookings.create(newBooking(), [change], NOW);
});
afterEach(() => speak(en));

function props(given: Partial<CallBriefProps> = {}): CallBriefProps {
  return {
    booking: booked,
    portal: "Help desk",
    me: { email: "" },
    now: START - 600_000,
    ticket: { at: "closed" },
    canSnooze: true,
    result: null,
    note: null,
    onAct: vi.fn(),
    onSnooze: vi.fn(),
    onOpenTicket: vi.fn(),
    onMark: vi.fn(),
    ...given,
  };
}
const showBrief = (given: CallBriefProps, options = {}) =>
  show(<CallBrief {...given} />, { css, shadow: false, ...options });
const buttons = (root: HTMLElement) =>
  [...root.querySelectorAll("button")].map(({ textContent }) => textContent);

function read(texts: readonly string[], author: string | null = "Ada Visitor"): CallBriefProps["ticket"] {
  const person = { name: "Ada Visitor", login: null, email: "ada@example.com", phone: null };
  const ticket = {
    kind: "ticket",
    portal: "help",
    id: "7",
    number: "T-7",
    url: "https://help.example.com/7",
    subject: "Printer is still on fire",
    assignee: null,
    assignment: "unknown",
    requester: person,
    watchers: [],
    category: "Printing",
    priority: "Urgent",
    viewer: null,
    audience: "agent",
  } as const;
  const messages = texts.map((text) => ({ author, time: "Monday", text, isCut: false }));
  return { at: "read", brief: { ticket: { ...ticket, watchers: [] }, preset: null, messages } };
}

test("before: when it begins, join, snooze, and no question about what became of it", async () => {
  const given = props();
  const { root, text } = await showBrief(given);
  expect(text()).toContain("The call begins in 10 minutes.");
  expect(buttons(root)).toEqual([
    "Join",
    "In 5 minutes again",
    "Again when it begins",
    "Reschedule",
    "Cancel",
    "Add to calendar",
  ]);
  await page.getByRole("button", { name: "Join" }).click();
  expect(given.onAct).toHaveBeenCalledWith("join");
  await page.getByRole("button", { name: "Again when it begins" }).click();
  expect(given.onSnooze).toHaveBeenCalledWith("start");
});

test.each([
  ["running", START + 300_000, "The call began 5 minutes ago.", true],
  ["in its first minute", START + 30_000, "The call begins now.", true],
  ["over", START + 3600_000, "The call ended 30 minutes ago.", false],
])("%s: what became of it is asked; one can join: %s", async (_, now, said, canJoin) => {
  const given = props({ now });
  const { root, text } = await showBrief(given);
  expect(text()).toContain(said);
  expect(buttons(root).includes("Join")).toBe(canJoin);
  expect(buttons(root)).not.toContain("In 5 minutes again");
  await page.getByRole("button", { name: "No-show" }).click();
  expect(given.onMark).toHaveBeenCalledWith("no-show");
});

test("cancelled: says so, and offers nothing", async () => {
  const { root, text } = await showBrief(props({ booking: { ...booked, state: "cancelled" } }));
  expect(text()).toContain("This call is cancelled.");
  expect(buttons(root)).toEqual([]);
});

test("reminders are off: nothing to snooze", async () => {
  const { root } = await showBrief(props({ canSnooze: false }));
  expect(buttons(root)).not.toContain("In 5 minutes again");
});

test("the ticket is not open: it can be opened, where its address is known", async () => {
  const ticket = { ...booked.ticket, url: "https://help.example.com/7" };
  const given = props({ booking: { ...booked, ticket } });
  const { show: again, root, text } = await showBrief(given);
  await page.getByRole("button", { name: "Open the ticket" }).click();
  expect(given.onOpenTicket).toHaveBeenCalled();
  await again(<CallBrief {...props()} />);
  expect(text()).toContain("its address was not kept");
  expect(buttons(root)).not.toContain("Open the ticket");
});

test("the ticket is open: what it says now, and its messages as text", async () => {
  const { root, text } = await showBrief(props({ ticket: read(["<b>bold</b>\nsecond line"]) }));
  expect(text()).toContain("Printer is still on fire");
  expect(text()).toContain("Urgent");
  expect(root.querySelector(".message")?.textContent).toBe("<b>bold</b>\nsecond line");
  expect(root.querySelector("b")).toBeNull();
});

test.each([
  [1280, false, "ltr"],
  [400, true, "ltr"],
  [320, false, "rtl"],
] as const)("%i px, dark %s, %s: nothing is cut off, axe finds nothing", async (width, dark, direction) => {
  await windowOf(width, 800);
  if (direction === "rtl") speak(ar);
  const text = direction === "rtl" ? ARABIC : LONG.repeat(3);
  const given = props({ now: START + 60_000, ticket: read([text, "Second"], text), result: text });
  const { root, show: again } = await showBrief(given, { dark, direction });
  expect(overflowing(root)).toEqual([]);
  expect(await problems(root)).toEqual([]);
  await again(<NoCall isGone={false} onBookings={() => undefined} />);
  expect(await problems(root)).toEqual([]);
});
