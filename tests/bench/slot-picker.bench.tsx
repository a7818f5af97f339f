import { render } from "preact";
import { bench, describe } from "vitest";
import { SlotPicker } from "../../components/slot-picker/SlotPicker";
import { groupByDay, type Slot } from "../../lib/scheduler/slots/slot";

const days = ["2026-11-23", "2026-11-24", "2026-11-25"];
const slots: Slot[] = days.flatMap((day) =>
  Array.from({ length: 200 }, (_, at) => ({
    start: new Date(Date.parse(`${day}T00:00Z`) + at * 5 * 60_000).toISOString(),
    minutes: 5,
  })),
);
const nothing = () => {};

/** Renders into the page and away again; `expected` radio buttons have to be there. */
function shown(view: preact.ComponentChild, expected: number): void {
  const root = document.createElement("div");
  document.body.append(root);
  render(view, root);
  const found = root.querySelectorAll("input").length;
  root.getBoundingClientRect(); // layout counts
  render(null, root);
  root.remove();
  if (found !== expected) throw new Error(`${found} radio buttons instead of ${expected}`);
}

describe("a month of 3 days with 200 slots each, one day open", () => {
  bench("200 plain radio buttons", () => {
    shown(
      <div>
        {slots.slice(0, 200).map(({ start }) => (
          <label key={start}>
            <input type="radio" name="plain" value={start} />
            {start}
          </label>
        ))}
      </div>,
      200,
    );
  });
  bench("600 slots into days", () => {
    if (groupByDay(slots, "UTC").size !== 3) throw new Error("not three days");
  });
  bench("the slot picker", () => {
    shown(
      <SlotPicker
        technician={{ name: "Tess Tech", timeZone: "Europe/London" }}
        timeZone="UTC"
        month="2026-11"
        earliest="2026-11"
        latest="2027-12"
        months={{ "2026-11": { state: "ready", value: slots } }}
        day="2026-11-24"
        slot={null}
        onMonth={nothing}
        onDay={nothing}
        onSlot={nothing}
        onContinue={nothing}
        onRetry={nothing}
        onTimeZone={nothing}
      />,
      200,
    );
  });
});
