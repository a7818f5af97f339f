import type { ComponentChild } from "preact";
import { describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { BookingForm } from "../../../../components/slot-picker/BookingForm";
import { MeetingTypeList } from "../../../../components/slot-picker/MeetingTypeList";
import { SlotPicker } from "../../../../components/slot-picker/SlotPicker";
import ar from "../../../../locales/ar.json";
import de from "../../../../locales/de.json";
import en from "../../../../locales/en.json";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "../show";
import { css, given, ready, slotsOn, speaking, types } from "./given";

const nothing = () => {};
const long = { name: `${LONG} ${ARABIC}`, timeZone: "America/Argentina/ComodRivadavia" };
const failed = { state: "failed", text: `${LONG} did not answer.` } as const;
const form = { onInput: nothing, onSubmit: nothing, onBack: nothing, submit: "Create my booking link" };
const list = { chosen: "quick", onChoose: nothing, onContinue: nothing, onRetry: nothing };

/** Every state that a person can see, with long names. */
const states: Record<string, ComponentChild> = {
  "a month": <SlotPicker {...given({ technician: long })} />,
  "a chosen slot": (
    <SlotPicker {...given({ technician: long, day: "2026-11-24", slot: "2026-11-24T12:30:00.000Z" })} />
  ),
  loading: <SlotPicker {...given({ months: {} })} />,
  failed: <SlotPicker {...given({ months: { "2026-11": failed } })} />,
  "no free day": (
    <SlotPicker {...given({ months: { "2026-11": ready(), "2026-12": ready(slotsOn("2026-12-04", 1)) } })} />
  ),
  "meeting types": (
    <MeetingTypeList
      {...list}
      technician={long.name}
      types={{ state: "ready", value: [...types, longType()] }}
    />
  ),
  "no meeting types": (
    <MeetingTypeList {...list} technician={long.name} types={{ state: "ready", value: [] }} />
  ),
  "meeting types failed": <MeetingTypeList {...list} technician={long.name} types={failed} />,
  "a form with a problem": (
    <BookingForm
      {...form}
      typed={{ name: LONG, email: "ada@", notes: LONG }}
      sending={null}
      problem={{ text: failed.text, action: { label: `Ask ${LONG}`, run: nothing } }}
    />
  ),
  "a form being sent": (
    <BookingForm {...form} typed={{ name: "", email: "", notes: "" }} sending="One moment …" problem={null} />
  ),
};
function longType() {
  return { id: "long", name: LONG, minutes: 90, description: `${LONG} ${LONG}`, location: LONG };
}

describe.each([
  ["en", en, false],
  ["en", en, true],
  ["ar", ar, false],
  ["ar", ar, true],
] as const)("in %s, dark: %4$s", (_, messages, dark) => {
  test.each(Object.entries(states))("axe finds nothing wrong: %s", async (_, view) => {
    speaking(messages);
    const { root } = await show(view, { css, shadow: false, dark, direction: dir(messages) });
    if (root.querySelector("form.booking-form")) await userEvent.click(page.getByRole("textbox").first());
    expect(await problems(root)).toEqual([]);
  });
  test("axe finds nothing wrong: choosing a time zone", async () => {
    speaking(messages);
    const { root } = await show(<SlotPicker {...given()} />, {
      css,
      shadow: false,
      dark,
      direction: dir(messages),
    });
    root.querySelector<HTMLElement>(".time-zones button")?.click();
    await expect.element(page.getByRole("searchbox")).toHaveFocus();
    expect(await problems(root)).toEqual([]);
  });
});

describe.each([
  ["en", en],
  ["de", de],
  ["ar", ar],
] as const)("in %s", (_, messages) => {
  test.each([320, 640, 1280])("nothing sticks out at %i px", async (width) => {
    speaking(messages);
    await windowOf(width, 640);
    const options = { css, shadow: false, direction: dir(messages) };
    const { root, show: again } = await show(<p>…</p>, options);
    for (const [name, view] of Object.entries(states)) {
      await again(<div key={name}>{view}</div>);
      expect([name, outside(root)]).toEqual([name, []]);
    }
    await again(<SlotPicker key="zones" {...given({ technician: long })} />);
    root.querySelector<HTMLElement>(".time-zones button")?.click();
    await expect.element(page.getByRole("searchbox")).toHaveFocus();
    expect(outside(root)).toEqual([]);
  });
});

/** What only screen readers see has no width of its own to keep. */
function outside(root: Element): string[] {
  const hidden = new Set([...root.querySelectorAll(".visually-hidden, option")].map((one) => one.className));
  return overflowing(root).filter((line) => ![...hidden].some((name) => name && line.includes(`.${name} `)));
}

function dir(messages: typeof en): "ltr" | "rtl" {
  return messages.meta.direction === "rtl" ? "rtl" : "ltr";
}

test("days and slots can be hit with a finger: 24 px and more (WCAG 2.5.8)", async () => {
  await windowOf(320, 640);
  const { root } = await show(states["a chosen slot"], { css, shadow: false });
  for (const target of root.querySelectorAll("[data-day], .slot, button:not(.link)")) {
    const { width, height } = target.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(36);
  }
});
