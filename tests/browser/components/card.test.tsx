import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { Card, type CardProps } from "../../../components/Card";
import css from "../../../components/card.css?inline";
import { ARABIC, call, LONG, overflowing, problems, show, windowOf } from "./show";

const props = (given: Partial<CardProps> = {}): CardProps => ({
  technician: "tess@example.com",
  kind: "ticket",
  own: false,
  invited: null,
  label: undefined,
  headingLevel: 2,
  calls: [],
  elsewhere: [],
  cancelled: new Set(),
  earlier: [],
  problem: null,
  busy: false,
  onBook: vi.fn(),
  onManage: vi.fn(),
  onAllCalls: vi.fn(),
  onCopy: vi.fn(async () => true),
  onTime: vi.fn(async () => true),
  draftFor: () => null,
  onTell: vi.fn(async () => true),
  ...given,
});
const showCard = (given: Partial<CardProps> = {}, options = {}) =>
  show(<Card {...props(given)} />, { css, shadow: true, ...options });
const book = page.getByRole("button", { name: "Book a Call" });
const copy = page.getByRole("button", { name: "Copy link" });
const status = page.getByRole("status");

describe("all calls of the ticket", () => {
  const all = page.getByRole("button", { name: "All calls of this ticket" });
  test("can be seen once there is one, by a person's click", async () => {
    const onAllCalls = vi.fn();
    const { show: again } = await showCard({ onAllCalls });
    expect(all.elements()).toHaveLength(0);
    await again(<Card {...props({ onAllCalls, earlier: [call()] })} />);
    all.element().dispatchEvent(new MouseEvent("click", { bubbles: true }));
    expect(onAllCalls).not.toHaveBeenCalled();
    await all.click();
    expect(onAllCalls).toHaveBeenCalledOnce();
  });
  test("of an application", async () => {
    await showCard({ kind: "application", calls: [call()] });
    await expect.element(page.getByRole("button", { name: "All calls of this application" })).toBeVisible();
  });
});

describe("what it says", () => {
  test("whom the call is with", async () => {
    const { root, text } = await showCard();
    expect(text()).toBe(
      "Book a Call Schedule a call with tess@example.com to discuss this ticket. Book a Call Copy link",
    );
    expect(root.querySelector("section")?.getAttribute("aria-labelledby")).toBe("heading");
    await expect.element(page.getByRole("region", { name: "Book a Call" })).toBeVisible();
  });
  test("on an application", async () => {
    expect((await showCard({ kind: "application" })).text()).toContain("to discuss this application.");
  });
  test("in the viewer's own calendar: whom the viewer invites", async () => {
    const own = { kind: "application", own: true } as const;
    expect((await showCard({ ...own, invited: "Ada Visitor" })).text()).toContain(
      "Invite Ada Visitor to a call in your calendar.",
    );
    const { text } = await showCard(own);
    expect(text()).toContain("Book a call in your own calendar.");
    expect(text()).not.toContain("tess@");
  });
  test("with a wording of its own", async () => {
    await showCard({ label: "Call the landlord", headingLevel: 4 });
    await expect.element(page.getByRole("heading", { level: 4, name: "Call the landlord" })).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Call the landlord" })).toBeVisible();
  });
  test("what went wrong, aloud", async () => {
    await showCard({ problem: "Reload this page." });
    await expect.element(status).toHaveTextContent("Reload this page.");
  });
  test("calls that only the portal knows of: text, and no button", async () => {
    const elsewhere = { ...call({ id: "x" }), technician: { name: "", email: "" } };
    const { root, text } = await showCard({ elsewhere: [elsewhere] });
    expect(text()).toContain("Booked elsewhere, as this portal says.");
    expect(text()).toContain("the technician");
    expect([...root.querySelectorAll("button")].map(({ textContent }) => textContent)).toEqual([
      "Book another call",
      "Copy link",
    ]);
    expect(await problems(root)).toEqual([]);
  });
  test("a call that the portal says was cancelled", async () => {
    const { text } = await showCard({
      calls: [call({ id: "a" }), call({ id: "b" })],
      cancelled: new Set(["b"]),
    });
    expect(text().match(/This portal says that the call was cancelled/g)).toHaveLength(1);
  });
  test("which calls are booked; another one can be", async () => {
    const calls = [call(), call({ id: "other", start: "2026-11-24T13:00:00.000Z", end: null })];
    const { root, text } = await showCard({ calls });
    expect(root.querySelectorAll(".booked")).toHaveLength(2);
    expect(text()).not.toContain("Schedule a call");
    await expect.element(page.getByRole("button", { name: "Book another call" })).toBeVisible();
  });
  test("nothing from a name is markup", async () => {
    const { root, text } = await showCard({ technician: "<img src=x onerror=alert(1)>" });
    expect(root.querySelector("img")).toBeNull();
    expect(text()).toContain("<img src=x onerror=alert(1)>");
  });
});

describe("clicks", () => {
  test("of a person open the calendar", async () => {
    const onBook = vi.fn();
    await showCard({ onBook });
    await book.click();
    expect(onBook).toHaveBeenCalledTimes(1);
  });
  test("of the keyboard too", async () => {
    const onBook = vi.fn();
    await showCard({ onBook });
    await userEvent.keyboard("{Tab}{Enter}");
    expect(onBook).toHaveBeenCalledTimes(1);
  });
  test("of a page's script are ignored", async () => {
    const onBook = vi.fn();
    const onCopy = vi.fn(async () => true);
    const { root } = await showCard({ onBook, onCopy });
    for (const button of root.querySelectorAll("button")) {
      button.click();
      button.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      button.dispatchEvent(new PointerEvent("click", { bubbles: true, composed: true }));
    }
    expect(onBook).not.toHaveBeenCalled();
    expect(onCopy).not.toHaveBeenCalled();
  });
  test("while busy do nothing, and the button keeps the focus", async () => {
    const onBook = vi.fn();
    const { root, show: again } = await showCard({ onBook });
    await book.click();
    await again(<Card {...props({ onBook, busy: true })} />);
    await userEvent.keyboard("{Enter}");
    expect(onBook).toHaveBeenCalledTimes(1);
    expect((root.getRootNode() as ShadowRoot).activeElement?.getAttribute("aria-disabled")).toBe("true");
  });
  test("copy the link, and say so", async () => {
    const onCopy = vi.fn(async () => true);
    await showCard({ onCopy });
    await copy.click();
    expect(onCopy).toHaveBeenCalledTimes(1);
    await expect.element(status).toHaveTextContent("Link copied");
  });
  test("that could not copy say so", async () => {
    await showCard({ onCopy: async () => false });
    await copy.click();
    await expect.element(status).toHaveTextContent("could not be copied");
  });
});

describe("for everybody", () => {
  const dark = {
    "--background": "rgb(30, 41, 59)",
    "--text": "rgb(226, 232, 240)",
    "--link": "rgb(56, 189, 248)",
    "--button-background": "rgb(14, 165, 233)",
    "--button-text": "rgb(0, 0, 0)",
  };
  test.each([false, true])("nothing is wrong for axe (dark: %s)", async (isDark) => {
    const { root, show: again } = await showCard({}, { dark: isDark });
    for (const [name, value] of Object.entries(isDark ? dark : {})) root.style.setProperty(name, value);
    for (const state of [
      {},
      { calls: [call(), call({ id: "b", status: "pending" })] },
      { busy: true, problem: "No." },
    ]) {
      await again(<Card {...props(state)} />);
      expect(await problems(root)).toEqual([]);
    }
  });

  test.each(["ltr", "rtl"] as const)("nothing sticks out at 320 px (%s)", async (direction) => {
    await windowOf(320, 640);
    const { root, show: again } = await showCard({ technician: LONG }, { direction });
    expect(overflowing(root)).toEqual([]);
    await again(
      <Card
        {...props({
          technician: ARABIC,
          label: ARABIC,
          calls: [call({ technician: { name: ARABIC, email: LONG } })],
        })}
      />,
    );
    expect(overflowing(root)).toEqual([]);
    root.className = "floating";
    expect(overflowing(root)).toEqual([]);
  });

  test("from right to left, text and mark stand at the right", async () => {
    const { root } = await showCard({ calls: [call()] }, { direction: "rtl" });
    const booked = root.querySelector(".booked");
    if (!booked) throw new Error("no call");
    expect(getComputedStyle(booked).borderRightWidth).toBe("4px");
    expect(getComputedStyle(booked).borderLeftWidth).toBe("0px");
  });
});

describe("what can be done about a booked call", () => {
  const change = call({ canJoin: true, canChange: true });

  test("join, move, cancel, keep in the own calendar", async () => {
    const onManage = vi.fn();
    await showCard({ calls: [change], onManage });
    for (const [text, action] of [
      ["Join", "join"],
      ["Reschedule", "reschedule"],
      ["Cancel", "cancel"],
      ["Add to calendar", "calendar"],
    ] as const) {
      await page.getByRole("button", { name: `${text}: Tess Tech` }).click();
      expect(onManage).toHaveBeenLastCalledWith(change, action);
    }
  });
  test("not what the background does not know", async () => {
    const { text } = await showCard({ calls: [call({ start: null, end: null })] });
    for (const none of ["Join", "Reschedule", "Cancel", "calendar"]) expect(text()).not.toContain(none);
  });
  test("not by clicks that no person made", async () => {
    const onManage = vi.fn();
    const { root } = await showCard({ calls: [change], onManage });
    for (const button of root.querySelectorAll<HTMLElement>(".call-actions button")) button.click();
    expect(onManage).not.toHaveBeenCalled();
  });
  test("calls that are over are folded", async () => {
    const { text } = await showCard({ earlier: [call()] });
    expect(text()).toContain("1 earlier call");
    expect(text()).not.toContain("Tess Tech:");
    await page.getByText("1 earlier call").click();
    expect(text()).toContain("Tess Tech:");
  });
  test.each([false, true])("nothing that axe finds wrong, nothing too wide (dark: %s)", async (dark) => {
    const long = call({ id: "long", canChange: true, technician: { name: LONG, email: LONG } });
    const { root } = await showCard({ calls: [change, long], earlier: [long] }, { dark });
    root.querySelector("summary")?.click();
    expect(await problems(root)).toEqual([]);
    await windowOf(320, 800);
    expect(overflowing(root)).toEqual([]);
  });
});

describe("a call for a time that nobody has told", () => {
  const unknown = call({ start: null, end: null });
  test("can be given its time", async () => {
    const onTime = vi.fn(async () => true);
    const { root } = await showCard({ calls: [unknown], onTime });
    await userEvent.click(page.getByRole("button", { name: "Add the time" }));
    const field = page.getByLabelText("When is the call?");
    await vi.waitFor(() => expect(focused(root)).toBe("INPUT"));
    expect(await problems(root)).toEqual([]);
    const day = new Date(Date.now() + 3 * 24 * 3600_000).toISOString().slice(0, 10);
    await userEvent.fill(field, `${day}T14:00`);
    root.querySelector<HTMLButtonElement>("form [type=submit]")?.click(); // no person
    root.querySelector("form")?.requestSubmit();
    expect(onTime).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole("button", { name: "Save the time" }));
    expect(onTime).toHaveBeenCalledWith(unknown.id, new Date(`${day}T14:00`).toISOString());
  });
  test("says what went wrong, and can wait", async () => {
    await showCard({ calls: [unknown], onTime: async () => false });
    await userEvent.click(page.getByRole("button", { name: "Add the time" }));
    const day = new Date(Date.now() + 3 * 24 * 3600_000).toISOString().slice(0, 10);
    await userEvent.fill(page.getByLabelText("When is the call?"), `${day}T14:00`);
    await userEvent.click(page.getByRole("button", { name: "Save the time" }));
    await expect.element(page.getByRole("alert")).toHaveTextContent("This could not be saved.");
    await userEvent.click(page.getByRole("button", { name: "Not now" }));
    await expect.element(page.getByRole("button", { name: "Add the time" })).toBeVisible();
  });
});

/** What has the focus, inside of the shadow root. */
function focused(root: Element): string | undefined {
  const shadow = root.getRootNode();
  return shadow instanceof ShadowRoot ? shadow.activeElement?.tagName : undefined;
}
