import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { BookingDialog, type BookingDialogProps } from "../../../components/BookingDialog";
import timeCss from "../../../components/call-time.css?inline";
import dialogCss from "../../../components/dialog.css?inline";
import { ARABIC, call, LONG, overflowing, problems, show, windowOf } from "./show";

const css = dialogCss + timeCss;
const FRAME = { step: "frame", src: "about:blank", ready: false } as const;
const props = (given: Partial<BookingDialogProps> = {}): BookingDialogProps => ({
  technician: "tess@example.com",
  manages: null,
  ticket: { number: "7", subject: "Printer is on fire" },
  plainLink: "https://cal.com/tess?name=Ada",
  theme: "light",
  at: FRAME,
  call: null,
  onClose: vi.fn(),
  onFrameLoad: vi.fn(),
  byHand: false,
  quiet: false,
  onGoOn: () => {},
  onBooked: async () => true,
  onTime: async () => true,
  onWindow: vi.fn(),
  onCopy: vi.fn(async () => true),
  onOpenLink: vi.fn(),
  draftFor: () => null,
  onTell: vi.fn(async () => true),
  ...given,
});
async function showDialog(given: Partial<BookingDialogProps> = {}, options = {}) {
  const shown = await show(<BookingDialog {...props(given)} />, { css, shadow: true, ...options });
  await vi.waitFor(() => expect(shown.root.querySelector("dialog")?.open).toBe(true));
  return shown;
}
const dialog = page.getByRole("dialog", { name: "Book a call with tess@example.com" });

test.each([
  [null, "Book a call with tess@example.com"],
  ["reschedule", "Move the call with tess@example.com"],
  ["cancel", "Cancel the call with tess@example.com"],
] as const)("for %s its heading and its name are %j", async (manages, name) => {
  await showDialog({ manages, plainLink: null });
  await expect.element(page.getByRole("dialog", { name, exact: true })).toBeVisible();
  await expect.element(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
});

describe("on each rung of the ladder", () => {
  test("opening: who is called about what, and that something happens", async () => {
    const { root, text } = await showDialog({ at: { step: "opening" } });
    await expect.element(dialog).toBeVisible();
    expect(text()).toContain("Ticket #7 — Printer is on fire");
    expect(text()).toContain("Opening the calendar of tess@example.com …");
    expect(root.querySelector("iframe")).toBeNull();
  });
  test("an application is called one", async () => {
    const { root } = await showDialog({ ticket: { kind: "application", number: "7", subject: "Ophelia" } });
    expect(root.querySelector("header p")?.textContent).toBe("Application #7 — Ophelia");
  });

  test("without a subject there is no dash", async () => {
    const { root } = await showDialog({ ticket: { number: "7", subject: null } });
    expect(root.querySelector("header p")?.textContent).toBe("Ticket #7");
  });
  test("frame: named, with progress until it is ready", async () => {
    const { root, show: again } = await showDialog();
    const frame = root.querySelector("iframe");
    expect(frame?.title).toBe("Calendar of tess@example.com");
    expect(root.querySelector(".progress")).not.toBeNull();
    await again(<BookingDialog {...props({ at: { ...FRAME, ready: true } })} />);
    expect(root.querySelector(".progress")).toBeNull();
    expect(root.querySelector("iframe")).toBe(frame); // not loaded again
  });
  test("a frame that has loaded is reported", async () => {
    const onFrameLoad = vi.fn();
    await showDialog({ onFrameLoad });
    await vi.waitFor(() => expect(onFrameLoad).toHaveBeenCalledTimes(1));
  });
  test("guard: what one should know, and on to the calendar when a person says so", async () => {
    const onGoOn = vi.fn();
    const notes = ["This ticket is closed.", "A call is booked with Rob."];
    const { root } = await showDialog({
      at: { step: "guard", notes, open: "Open the calendar of Tess" },
      onGoOn,
    });
    await expect
      .element(page.getByRole("alert"))
      .toHaveTextContent(/This ticket is closed\..*booked with Rob/);
    expect(root.querySelector("iframe")).toBeNull();
    root.querySelector<HTMLButtonElement>(".message button")?.click();
    expect(onGoOn).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole("button", { name: "Open the calendar of Tess" }));
    expect(onGoOn).toHaveBeenCalledOnce();
    expect(await problems(root)).toEqual([]);
  });
  test("a quiet frame that may be empty: a word, and the window", async () => {
    const onWindow = vi.fn();
    const { root } = await showDialog({ at: { ...FRAME, ready: true }, quiet: true, onWindow });
    await expect.element(page.getByText("Nothing to see?")).toBeVisible();
    expect(root.querySelector("[role=alert]")).toBeNull();
    await userEvent.click(page.getByRole("button", { name: "Open it in a window" }));
    expect(onWindow).toHaveBeenCalledOnce();
  });
  test("a calendar that tells nothing: the person tells, with a time or without", async () => {
    const onBooked = vi.fn(async () => true);
    const { root } = await showDialog({ byHand: true, at: { ...FRAME, ready: true }, onBooked });
    await userEvent.click(page.getByRole("button", { name: "I have booked it" }));
    const field = page.getByLabelText("When is the call?");
    await vi.waitFor(() => expect(focused(root)).toBe("INPUT"));
    await userEvent.click(page.getByRole("button", { name: "Save the time" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("Enter date and time.");
    expect(await problems(root)).toEqual([]);
    await userEvent.fill(field, `${new Date().getFullYear() + 3}-01-01T10:00`);
    await userEvent.click(page.getByRole("button", { name: "Save the time" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("This is more than a year ahead.");
    expect(onBooked).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole("button", { name: "Time not known" }));
    expect(onBooked).toHaveBeenCalledWith(null);
  });
  test.each<[string, Partial<BookingDialogProps>]>([
    ["a calendar that tells", { at: { ...FRAME, ready: true } }],
    ["a call that is recorded", { byHand: true, call: call() }],
    ["what comes before the calendar", { byHand: true, at: { step: "opening" } }],
  ])("nobody is asked about %s", async (_, given) => {
    await showDialog(given);
    expect(page.getByRole("button", { name: "I have booked it" }).query()).toBeNull();
  });
  test("window: why, and once more", async () => {
    const onWindow = vi.fn();
    await showDialog({ at: { step: "window", why: "The page does not let it." }, onWindow });
    await expect.element(page.getByRole("alert")).toHaveTextContent("The page does not let it.");
    await page.getByRole("button", { name: "Open the window again" }).click();
    expect(onWindow).toHaveBeenCalledTimes(1);
  });
  test("link: why, and the link below", async () => {
    await showDialog({ at: { step: "link", why: "You are offline." } });
    await expect.element(page.getByRole("alert")).toHaveTextContent("You are offline.");
  });
  test.each([
    { step: "opening" },
    FRAME,
    { step: "window", why: "Why." },
    { step: "link", why: "Why." },
  ] as const)("the plain link is there: $step", async (at) => {
    await showDialog({ at });
    const link = page.getByRole("link", { name: "Open the calendar in a new tab" });
    await expect.element(link).toHaveAttribute("href", "https://cal.com/tess?name=Ada");
    await expect.element(link).toHaveAttribute("rel", "noopener noreferrer");
    await expect.element(link).toHaveAttribute("target", "_blank");
  });
});

test("a booked call is announced, and the calendar stays", async () => {
  const { root, show: again } = await showDialog({ at: { ...FRAME, ready: true } });
  const announcement = root.querySelector(".announcement");
  expect(announcement?.getAttribute("role")).toBe("status");
  expect(announcement?.textContent).toBe("");
  await again(<BookingDialog {...props({ at: { ...FRAME, ready: true }, call: call() })} />);
  expect(announcement?.textContent).toContain("Call booked");
  expect(root.querySelector("iframe")).not.toBeNull();
});

test("the link is copied, and that is said", async () => {
  const onCopy = vi.fn(async () => true);
  const { root } = await showDialog({ onCopy });
  await page.getByRole("button", { name: "Copy link" }).click();
  expect(onCopy).toHaveBeenCalledTimes(1);
  await vi.waitFor(() =>
    expect(root.querySelector(".plain-link [role=status]")?.textContent).toBe("Link copied"),
  );
});

describe("closing", () => {
  test.each<[string, () => Promise<void>]>([
    ["by its button", () => page.getByRole("button", { name: "Close" }).click()],
    ["by Escape", () => userEvent.keyboard("{Escape}")],
  ])("%s is reported once", async (_, close) => {
    const onClose = vi.fn();
    await showDialog({ onClose });
    await expect.element(dialog).toBeVisible();
    await close();
    await vi.waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });
  test("it is modal: nothing behind it can be clicked or reached by Tab", async () => {
    const behind = document.createElement("button");
    behind.textContent = "Behind";
    document.body.append(behind);
    const { root } = await showDialog({ at: { step: "link", why: "Why." } });
    const inside = root.getRootNode() as ShadowRoot;
    for (let step = 0; step < 8; step++) {
      await userEvent.keyboard("{Tab}");
      expect(document.activeElement).not.toBe(behind);
    }
    expect(root.querySelector("dialog")?.matches(":modal")).toBe(true);
    expect(inside.querySelector("dialog")?.open).toBe(true);
    behind.remove();
  });
});

describe("for everybody", () => {
  const states: Partial<BookingDialogProps>[] = [
    { at: { step: "opening" } },
    { at: { ...FRAME, ready: true }, call: call() },
    { at: { ...FRAME, ready: true }, call: call({ status: "pending" }) },
    { at: { step: "window", why: "The page does not let it." } },
    { at: { step: "link", why: "You are offline." } },
  ];
  test.each(["light", "dark"] as const)("nothing is wrong for axe (%s)", async (theme) => {
    await windowOf(1024, 768);
    const { root, show: again } = await showDialog({ theme }, { dark: theme === "dark" });
    for (const state of states) {
      await again(<BookingDialog {...props({ theme, ...state })} />);
      expect(await problems(root)).toEqual([]);
    }
  });
  test.each(["ltr", "rtl"] as const)("nothing sticks out at 320 px (%s)", async (direction) => {
    await windowOf(320, 640);
    const long = { technician: `${LONG} ${ARABIC}`, ticket: { number: "7", subject: LONG } };
    const { root, show: again } = await showDialog(long, { direction });
    for (const state of states) {
      await again(<BookingDialog {...props({ ...long, ...state })} />);
      expect(overflowing(root)).toEqual([]);
    }
  });
});

/** What has the focus, inside of the shadow root. */
function focused(root: Element): string | undefined {
  const shadow = root.getRootNode();
  return shadow instanceof ShadowRoot ? shadow.activeElement?.tagName : undefined;
}
