import { describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { NativeFlow, type NativeFlowProps } from "../../../../components/native/NativeFlow";
import nativeCss from "../../../../components/native/native.css?inline";
import type { MeetingType } from "../../../../lib/scheduler/account/account";
import ar from "../../../../locales/ar.json";
import { problems, show, windowOf } from "../show";
import { css, speaking } from "../slot-picker/given";

const type = (id: string, name: string): MeetingType => ({
  id,
  name,
  minutes: 30,
  description: "",
  link: "https://calendly.com/tess",
  notesQuestion: null,
});
const soon = new Date(Date.now() + 3 * 24 * 3600_000);
const START = new Date(
  Date.UTC(soon.getUTCFullYear(), soon.getUTCMonth(), soon.getUTCDate(), 12),
).toISOString();

const given = (own: Partial<NativeFlowProps["requests"]> = {}): NativeFlowProps => ({
  technician: { name: "Tess Tech", timeZone: "Europe/London" },
  scheduler: "Calendly",
  finish: "link",
  links: true,
  start: { name: "Ada", email: "ada@example.com", notes: "VPN" },
  requests: {
    meetingTypes: async () => ({ ok: true, value: [type("a", "Intro"), type("b", "Visit")] }),
    slots: async () => ({ ok: true, value: [START] }),
    book: async () => ({ ok: false, problem: { cause: "no-session", detail: "" } }),
    makeLink: async () => ({ ok: true, value: { url: "https://calendly.com/d/abc" } }),
    allow: async () => true,
    taken: () => undefined,
    copy: async () => true,
    ...own,
  },
  onBooked: vi.fn(),
  onLink: vi.fn(),
  onOwnPage: vi.fn(),
});
const showFlow = (props = given(), dark = false) =>
  show(<NativeFlow {...props} />, { css: css + nativeCss, shadow: false, dark });
const next = page.getByRole("button", { name: "Continue", exact: true });

describe("for everybody", () => {
  test.each([false, true])("each step, dark: %s", async (dark) => {
    const { root } = await showFlow(given(), dark);
    await page.getByText("Intro").click();
    expect(await problems(root)).toEqual([]);
    await next.click();
    await expect.element(page.getByRole("heading", { name: "Choose a time: Intro" })).toHaveFocus();
    expect(await problems(root)).toEqual([]);
  });

  test("at 400 px, from right to left", async () => {
    speaking(ar);
    await windowOf(400, 800);
    const { root } = await showFlow();
    await page.getByText("Intro").click();
    expect(await problems(root)).toEqual([]);
    expect(root.scrollWidth).toBeLessThanOrEqual(400);
  });
});

test("a link that names one kind of call skips the first step", async () => {
  await showFlow(given({ meetingTypes: async () => ({ ok: true, value: [type("a", "Intro")] }) }));
  await expect.element(page.getByRole("heading", { name: "Choose a time: Intro" })).toBeVisible();
  expect(page.getByRole("button", { name: "Kind of call" }).elements()).toEqual([]);
});

test("back to the first step by keyboard, and forth again; what was chosen stays", async () => {
  await showFlow();
  await page.getByText("Visit").click();
  await next.click();
  await page.getByRole("button", { name: "Kind of call" }).click();
  await expect.element(page.getByRole("heading", { name: "Kind of call" })).toHaveFocus();
  await expect.element(page.getByRole("radio", { name: "Visit" })).toBeChecked();
  await page.getByRole("button", { name: "Time", exact: true }).click();
  await expect.element(page.getByRole("heading", { name: "Choose a time: Visit" })).toHaveFocus();
});

test("an API that takes no requests of other sites: the browser is asked, and then the API again", async () => {
  const meetingTypes = vi
    .fn<NativeFlowProps["requests"]["meetingTypes"]>()
    .mockResolvedValueOnce({
      ok: false,
      problem: { cause: "no-access", origin: "https://api.calendly.com", detail: "" },
    })
    .mockResolvedValue({ ok: true, value: [type("a", "Intro"), type("b", "Visit")] });
  const allow = vi.fn(async () => true);
  await showFlow(given({ meetingTypes, allow }));
  await page.getByRole("button", { name: "Allow api.calendly.com" }).click();
  expect(allow).toHaveBeenCalledWith("https://api.calendly.com");
  await expect.element(page.getByText("Intro")).toBeVisible();
});

test("too many requests: the wait ends, and it can be tried again", async () => {
  const meetingTypes = vi
    .fn<NativeFlowProps["requests"]["meetingTypes"]>()
    .mockResolvedValueOnce({ ok: false, problem: { cause: "rate-limited", seconds: 1, detail: "" } })
    .mockResolvedValue({ ok: true, value: [type("a", "Intro"), type("b", "Visit")] });
  await showFlow(given({ meetingTypes }));
  const retry = page.getByRole("button", { name: "Try again" });
  await expect.element(retry).toHaveAttribute("aria-disabled", "true");
  await expect.element(retry).toHaveAttribute("aria-disabled", "false");
  await retry.click();
  await expect.element(page.getByText("Intro")).toBeVisible();
});
