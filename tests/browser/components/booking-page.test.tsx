import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { BookingPage, type BookingPageProps } from "../../../components/BookingPage";
import pageCss from "../../../components/page.css?inline";
import bookingCss from "../../../entrypoints/booking/booking.css?inline";
import { ARABIC, call, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + bookingCss;
const props = (given: Partial<BookingPageProps> = {}): BookingPageProps => ({
  alone: true,
  manages: null,
  technician: "Tess Tech",
  ticket: { number: "7", subject: "Printer is on fire" },
  plainLink: "https://cal.com/tess",
  ready: false,
  failure: null,
  call: null,
  kept: true,
  onMount: vi.fn(),
  onCopy: vi.fn(async () => true),
  onOpenLink: vi.fn(),
  ...given,
});
const showPage = (given: Partial<BookingPageProps> = {}, options = {}) =>
  show(<BookingPage {...props(given)} />, { css, shadow: false, ...options });

test("in the dialog's frame there is the calendar and nothing else", async () => {
  const { root, text, show: again } = await showPage({ alone: false });
  expect(text()).toBe("Opening the calendar of Tess Tech …");
  await again(<BookingPage {...props({ alone: false, ready: true, call: call(), failure: null })} />);
  expect(text()).toBe("");
  await again(<BookingPage {...props({ alone: false, failure: "You are offline." })} />);
  expect(root.querySelector("[role=alert]")).toBeNull(); // the dialog says it
});

describe("in a window of its own", () => {
  test("it says who is called about what", async () => {
    const { text } = await showPage({ ready: true });
    await expect
      .element(page.getByRole("heading", { level: 1 }))
      .toHaveTextContent("Book a call with Tess Tech");
    expect(text()).toContain("Ticket #7 — Printer is on fire");
    await expect
      .element(page.getByRole("link", { name: "Open the calendar in a new tab" }))
      .toHaveAttribute("href", "https://cal.com/tess");
  });
  test.each([
    ["reschedule", "Move the call with Tess Tech"],
    ["cancel", "Cancel the call with Tess Tech"],
  ] as const)("to %s, its heading is %j", async (manages, name) => {
    await showPage({ ready: true, manages });
    await expect.element(page.getByRole("heading", { level: 1 })).toHaveTextContent(name);
  });
  test("without a ticket there is none", async () => {
    expect((await showPage({ ticket: null })).text()).not.toContain("Ticket");
  });
  test("a booked call is announced", async () => {
    const { root, show: again } = await showPage({ ready: true });
    expect(root.querySelector(".announcement")?.textContent).toBe("");
    await again(<BookingPage {...props({ ready: true, call: call() })} />);
    expect(root.querySelector(".announcement[role=status]")?.textContent).toContain("Call booked");
  });
  test("a failure takes the calendar's place, the link stays", async () => {
    const { root } = await showPage({ failure: "The calendar did not answer." });
    await expect.element(page.getByRole("alert")).toHaveTextContent("The calendar did not answer.");
    expect(root.querySelector<HTMLElement>(".calendar")?.checkVisibility()).toBe(false);
    await expect.element(page.getByRole("link")).toBeVisible();
  });
});

test("the calendar is put in once, and stays there through every change", async () => {
  const frame = document.createElement("iframe");
  frame.title = "Calendar";
  const onMount = vi.fn((container: HTMLElement) => container.append(frame));
  const { root, show: again } = await showPage({ onMount });
  await vi.waitFor(() => expect(onMount).toHaveBeenCalledTimes(1));
  const loaded = frame.contentWindow;
  await again(<BookingPage {...props({ onMount, ready: true })} />);
  await again(<BookingPage {...props({ onMount, ready: true, call: call() })} />);
  await again(<BookingPage {...props({ onMount, ready: true, failure: "No." })} />);
  await again(<BookingPage {...props({ onMount, ready: true })} />);
  expect(onMount).toHaveBeenCalledTimes(1);
  expect(root.contains(frame)).toBe(true);
  expect(frame.contentWindow).toBe(loaded);
});

describe("for everybody", () => {
  const states: Partial<BookingPageProps>[] = [
    {},
    { ready: true, call: call() },
    { ready: true, call: call({ paymentRequired: true }) },
    { failure: "The calendar did not answer." },
    { alone: false },
  ];
  test.each([false, true])("nothing is wrong for axe (dark: %s)", async (dark) => {
    const { root, show: again } = await showPage({}, { dark });
    for (const state of states) {
      await again(<BookingPage {...props(state)} />);
      expect(await problems(root)).toEqual([]);
    }
  });
  test.each(["ltr", "rtl"] as const)("nothing sticks out at 320 px (%s)", async (direction) => {
    await windowOf(320, 640);
    const long = {
      technician: LONG,
      ticket: { number: "7", subject: ARABIC },
      plainLink: `https://cal.com/${LONG}`,
    };
    const { root, show: again } = await showPage(long, { direction });
    for (const state of states) {
      await again(<BookingPage {...props({ ...long, ...state })} />);
      expect(overflowing(root)).toEqual([]);
    }
  });
});
