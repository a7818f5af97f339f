import { useState } from "preact/hooks";
import { onTestFinished } from "vitest";
import formCss from "../../../../components/form.css?inline";
import pageCss from "../../../../components/page.css?inline";
import type { Loadable } from "../../../../components/slot-picker/loadable";
import type { MeetingType } from "../../../../components/slot-picker/MeetingTypeList";
import { SlotPicker, type SlotPickerProps } from "../../../../components/slot-picker/SlotPicker";
import pickerCss from "../../../../components/slot-picker/slot-picker.css?inline";
import type { Slot } from "../../../../lib/scheduler/slots/slot";
import en from "../../../../locales/en.json";
import { speak } from "../../../i18n";

/** The style sheets in the order of our pages. */
export const css = pageCss + formCss + pickerCss;

/** Another language until the test is over; the page's direction with it. */
export function speaking(messages: typeof en): void {
  speak(messages);
  document.documentElement.dir = messages.meta.direction;
  onTestFinished(() => {
    speak(en);
    document.documentElement.removeAttribute("dir");
  });
}

/** Slots of half an hour on one day in UTC, from an hour on, so many. */
export function slotsOn(day: string, count: number, fromHour = 8, minutes = 30): Slot[] {
  const from = Date.parse(`${day}T00:00Z`) + fromHour * 60 * 60_000;
  return Array.from({ length: count }, (_, at) => ({
    start: new Date(from + at * minutes * 60_000).toISOString(),
    minutes,
  }));
}

export const ready = (...slots: Slot[][]): Loadable<Slot[]> => ({ state: "ready", value: slots.flat() });

/** Kinds of calls, with all that can be known of one, and with as little as there may be. */
export const types: MeetingType[] = [
  {
    id: "intro",
    name: "Intro call",
    minutes: 30,
    description: "A short call about your ticket.",
    location: "Video call",
  },
  { id: "quick", name: "Quick question", minutes: 15, description: null, location: "Phone" },
  { id: "visit", name: "Visit", minutes: 60, description: null, location: null },
];

/** November 2026: free on the 23rd (3 slots), 24th (20) and 30th (1). */
const november = ready(slotsOn("2026-11-23", 3, 9), slotsOn("2026-11-24", 20), slotsOn("2026-11-30", 1, 16));

export const given = (own: Partial<SlotPickerProps> = {}): SlotPickerProps => ({
  technician: { name: "Tess Tech", timeZone: "Europe/London" },
  timeZone: "Europe/Berlin",
  month: "2026-11",
  earliest: "2026-11",
  latest: "2027-12",
  months: { "2026-11": november },
  day: null,
  slot: null,
  onMonth: () => {},
  onDay: () => {},
  onSlot: () => {},
  onContinue: () => {},
  onRetry: () => {},
  onTimeZone: () => {},
  now: new Date("2026-11-21T12:00Z"),
  ...own,
});

/** The picker with somebody who keeps what was chosen, as the booking page does. Callbacks are called as well. */
export function KeptPicker(own: Partial<SlotPickerProps>) {
  const props = given(own);
  const [month, setMonth] = useState(props.month);
  const [day, setDay] = useState(props.day);
  const [slot, setSlot] = useState(props.slot);
  const [timeZone, setTimeZone] = useState(props.timeZone);
  return (
    <SlotPicker
      {...props}
      {...{ month, day, slot, timeZone }}
      onMonth={(next) => {
        setMonth(next);
        props.onMonth(next);
      }}
      onDay={(next) => {
        setDay(next);
        setSlot(null);
        props.onDay(next);
      }}
      onSlot={(next) => {
        setSlot(next.start);
        props.onSlot(next);
      }}
      onTimeZone={(next) => {
        setTimeZone(next);
        props.onTimeZone(next);
      }}
    />
  );
}
