import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { InsightsView, type InsightsViewProps } from "../../../components/options/insights/InsightsView";
import pageCss from "../../../components/page.css?inline";
import insightsCss from "../../../entrypoints/options/insights.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import { insightsOf } from "../../../lib/booking/insights/insights";
import { call, counter } from "../../unit/booking/insights/given-calls";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + optionsCss + insightsCss;
const all = { period: "month", portal: "", technician: "" } as const;
const NOW = Date.parse("2026-11-21T12:00:00Z");
const PAST = NOW - 1;
const known = {
  calls: [
    call({ over: PAST, mark: "no-show" }),
    call({ over: PAST, mark: "held", moved: true }),
    call({ over: PAST, mark: "held", starts: { weekday: 5, hour: 14 } }),
    call({ over: PAST, bookedOn: "2026-11-12" }),
    call({ state: "cancelled" }),
    call({ source: "sync", portal: "jobs", technician: LONG, lead: null }),
  ],
  counters: [counter({ shown: 40, opened: 7 }), counter({ technician: "", shown: 2 })],
};
const makeInsights = (given: typeof known | { calls: []; counters: [] } = known) =>
  insightsOf(given, all, { today: "2026-11-21", now: NOW, firstWeekday: 1 });

const callbacks = () => ({ onChoose: vi.fn(), onCounting: vi.fn(), onErase: vi.fn(), onExport: vi.fn() });
async function showInsights(given: Partial<InsightsViewProps> = {}, options = {}) {
  const props: InsightsViewProps = {
    insights: makeInsights(),
    choice: all,
    hasAny: true,
    portals: [
      { value: "help", name: "Help desk" },
      { value: "jobs", name: ARABIC },
    ],
    technicians: [
      { value: "tess@example.com", name: "Tess Tech" },
      { value: LONG, name: LONG },
    ],
    counting: true,
    refused: null,
    broken: 0,
    timeZone: "Europe/Berlin",
    ...callbacks(),
    ...given,
  };
  const shown = await show(<InsightsView {...props} />, { css, shadow: false, ...options });
  return { ...shown, props };
}

/** Whether something is drawn: a canvas that was never touched is transparent. */
function isDrawn(canvas: HTMLCanvasElement): boolean {
  const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  return data.some((value) => value !== 0);
}
async function drawn(root: HTMLElement): Promise<HTMLCanvasElement[]> {
  const canvases = [...root.querySelectorAll("canvas")];
  await vi.waitFor(() => expect(canvases.map(isDrawn)).toEqual([true, true, true]), 10_000);
  return canvases;
}
const tables = (root: HTMLElement) =>
  [...root.querySelectorAll("table")].map((table) =>
    [...table.rows].map((row) => [...row.cells].map(({ textContent }) => textContent)),
  );

test("says first that all of it stays in this browser", async () => {
  const { text } = await showInsights();
  expect(text()).toMatch(/^These figures are made in this browser and stay in it\./);
});

test("the tables hold the numbers of the charts", async () => {
  const { root } = await showInsights();
  await drawn(root);
  const [funnel, time, lead] = tables(root);
  expect(funnel).toEqual([
    ["Step", "Number"],
    ["Shown", "42"],
    ["Opened", "7"],
    ["Booked", "5"],
  ]);
  expect(time).toHaveLength(31);
  expect(time?.[21]).toEqual(["Nov 12", "1", "0"]);
  expect(time?.[29]).toEqual(["Nov 20", "4", "1"]);
  expect(lead?.slice(1, 3)).toEqual([
    ["Under 1 hour", "0"],
    ["1–4 hours", "5"],
  ]);
});

test("shares come with their counts; a percentage only where there are enough", async () => {
  const { text } = await showInsights();
  expect(text()).toContain("Opened, of the cards shown 7 of 42 (17%)");
  expect(text()).toContain("Booked, of the calendars opened 5 of 7");
  expect(text()).toContain("No-shows, of the past calls that are marked 1 of 3");
  expect(text()).toContain("Moved, of all calls 1 of 6");
  expect(text()).toContain("Cancelled, of all calls 1 of 6");
  expect(text()).toContain("1 past call is not marked.");
  expect(text()).toContain("1 more call was booked elsewhere.");
});

test("more booked than opened – counting was off – is no percentage", async () => {
  const { text } = await showInsights({
    insights: makeInsights({ ...known, counters: [counter({ shown: 0 })] }),
  });
  expect(text()).toContain("Opened, of the cards shown nothing yet");
  expect(text()).toContain("Booked, of the calendars opened 5 1 more call");
});

test("hours are a table, from the first day of the week and the earliest call on", async () => {
  const { root } = await showInsights();
  const hours = tables(root).find(([head]) => head?.[0] === "Hour");
  expect(hours?.[0]).toEqual(["Hour", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]);
  expect(hours?.map(([hour]) => hour).slice(1)).toHaveLength(10);
  expect(hours?.[2]).toEqual(["9 AM", "0", "4", "0", "0", "0", "0", "0"]);
  expect(hours?.[7]).toEqual(["2 PM", "0", "0", "0", "0", "0", "1", "0"]);
});

test("technicians and portals by name; who is not in the directory is said to be so", async () => {
  const { root } = await showInsights();
  const parts = tables(root).slice(-2);
  expect(parts[0]?.slice(1).map(([name]) => name)).toEqual(["Tess Tech", "Not in the directory", LONG]);
  expect(parts[0]?.[1]).toEqual(["Tess Tech", "40", "7", "5", "1", "1 of 3"]);
  expect(parts[1]?.map(([name]) => name)).toEqual(["Portal", "Help desk", ARABIC]);
});

test("choosing, counting, erasing and exporting are told", async () => {
  const { props } = await showInsights();
  await page.getByLabelText("Period").selectOptions("year");
  expect(props.onChoose).toHaveBeenLastCalledWith({ ...all, period: "year" });
  await page.getByLabelText("Portal", { exact: true }).selectOptions("help");
  expect(props.onChoose).toHaveBeenLastCalledWith({ ...all, portal: "help" });
  await page.getByLabelText("Technician", { exact: true }).selectOptions("tess@example.com");
  expect(props.onChoose).toHaveBeenLastCalledWith({ ...all, technician: "tess@example.com" });
  await page.getByRole("checkbox", { name: "Count cards in this browser" }).click();
  expect(props.onCounting).toHaveBeenCalledWith(false);
  await page.getByRole("button", { name: "Erase counts" }).click();
  expect(props.onErase).toHaveBeenCalled();
  await page.getByRole("button", { name: "Export as CSV" }).click();
  await page.getByRole("button", { name: "Export as JSON" }).click();
  expect(vi.mocked(props.onExport).mock.calls).toEqual([["csv"], ["json"]]);
});

test("without anything it says what to do; what the browser refused is said", async () => {
  const nothing = { insights: makeInsights({ calls: [], counters: [] }), hasAny: false };
  const { text, show: again, props } = await showInsights({ ...nothing, counting: true });
  expect(text()).toContain("Open a ticket that has a card");
  await again(<InsightsView {...props} counting={false} />);
  expect(text()).toContain("counting is off");
  const refused = new Date("2026-11-20T12:00:00Z");
  await again(<InsightsView {...props} hasAny={true} refused={refused} broken={2} />);
  expect(text()).toContain("Nothing in this period.");
  expect(text()).toContain("On Nov 20, 2026 the browser refused to store a count");
  expect(text()).toContain("2 counts cannot be read.");
});

test("a chart is drawn anew when its numbers change, in the width that it has", async () => {
  await windowOf(1280, 900);
  const { root, show: again, props } = await showInsights();
  const [canvas] = await drawn(root);
  const before = canvas?.toDataURL();
  await again(
    <InsightsView {...props} insights={makeInsights({ ...known, counters: [counter({ shown: 9 })] })} />,
  );
  await vi.waitFor(() => expect(root.querySelector("canvas")?.toDataURL()).not.toBe(before));
  await windowOf(400, 900);
  await vi.waitFor(() => expect(root.querySelector("canvas")?.clientWidth).toBe(400));
});

for (const [width, dark, direction] of [
  [1280, false, "ltr"],
  [400, true, "ltr"],
  [400, false, "rtl"],
] as const) {
  test(`is accessible and fits: ${width} px, ${dark ? "dark" : "light"}, ${direction}`, async () => {
    await windowOf(width, 900);
    const { root } = await showInsights({ refused: new Date(NOW), broken: 1 }, { dark, direction });
    await drawn(root);
    for (const details of root.querySelectorAll("details")) details.open = true;
    expect(await problems(root)).toEqual([]);
    const outside = overflowing(root).filter(
      (element) => !/^(?:table|thead|tbody|tr|th|td|bdi)\./.test(element),
    );
    expect(outside).toEqual([]);
    for (const canvas of root.querySelectorAll("canvas"))
      expect(canvas.getAttribute("aria-label")).toMatch(/table below/);
  });
}
