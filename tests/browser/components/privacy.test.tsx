import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { Ledger, type LedgerProps } from "../../../components/options/Ledger";
import { Retention, type RetentionProps } from "../../../components/options/Retention";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import type { LedgerEntry } from "../../../lib/ledger/leaving";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + optionsCss;
const entry = (given: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: crypto.randomUUID(),
  at: "2026-11-20T12:00:00.000Z",
  lastAt: "2026-11-20T12:00:00.000Z",
  count: 1,
  host: "app.cal.com",
  purpose: "calendar",
  request: null,
  ticket: { portal: "help", number: "T-7" },
  fields: [
    { name: "name", value: "Ada Visitor" },
    { name: "Authorization", value: null },
    { name: "notes", value: "" },
  ],
  ...given,
});

async function showLedger(given: Partial<LedgerProps> = {}, options = {}) {
  const props: LedgerProps = {
    on: true,
    notKept: null,
    filter: { host: "", purpose: "", text: "" },
    entries: [entry()],
    found: 1,
    total: 1,
    hosts: ["app.cal.com", "mailto"],
    portals: { help: "Help desk" },
    onSwitch: vi.fn(),
    onFilter: vi.fn(),
    onMore: vi.fn(),
    onExport: vi.fn(),
    onErase: vi.fn(),
    ...given,
  };
  return { ...(await show(<Ledger {...props} />, { css, shadow: false, ...options })), props };
}

test("an entry says when, to whom, for what and about what; its fields unfold", async () => {
  const { text } = await showLedger();
  for (const part of ["2026", "app.cal.com", "Calendar opened", "Ticket #T-7 · Help desk", "3 fields"])
    expect(text()).toContain(part);
  await expect.element(page.getByText("Ada Visitor")).not.toBeVisible();
  await page.getByText(/3 fields/).click();
  await expect.element(page.getByText("Ada Visitor")).toBeVisible();
  expect(text()).toContain("Authorization sent, not kept here");
  expect(text()).toContain("notes empty");
});

test("what was counted says how often", async () => {
  const { text } = await showLedger({
    entries: [entry({ count: 12, purpose: "api", request: "GET /v2/slots", ticket: null })],
  });
  expect(text()).toContain("12 times, the last at");
});

test("filters, export, erasing, switching off", async () => {
  const { props } = await showLedger();
  await page.getByLabelText("To", { exact: true }).selectOptions("Mail program");
  expect(props.onFilter).toHaveBeenLastCalledWith({ ...props.filter, host: "mailto" });
  await page.getByLabelText("What for").selectOptions("Note written to the ticket");
  expect(props.onFilter).toHaveBeenLastCalledWith({ ...props.filter, purpose: "note" });
  await page.getByRole("button", { name: "Export as JSON" }).click();
  expect(props.onExport).toHaveBeenCalledWith("json");
  await page.getByRole("button", { name: "Erase the list" }).click();
  expect(props.onErase).toHaveBeenCalled();
  await page.getByLabelText("Keep this list").click();
  expect(props.onSwitch).toHaveBeenCalledWith(false);
});

test("nothing yet, nothing found, switched off, no room", async () => {
  const none = { entries: [], found: 0 };
  expect((await showLedger({ ...none, total: 0 })).text()).toContain("Nothing has left this browser yet.");
  expect((await showLedger(none)).text()).toContain("Nothing fits.");
  expect((await showLedger({ ...none, total: 0, on: false })).text()).toContain("The list is switched off.");
  expect((await showLedger({ notKept: "2026-11-20T12:00:00.000Z" })).text()).toContain(
    "At least one entry could not be kept",
  );
});

test.each([false, true])("the ledger is accessible and fits (dark: %s)", async (dark) => {
  const long = entry({
    host: LONG.split("@")[1] ?? "",
    request: `GET /${LONG}`,
    fields: [{ name: LONG, value: `${LONG} ${ARABIC}` }],
  });
  const { root } = await showLedger({ entries: [entry(), long], notKept: long.at, on: false }, { dark });
  for (const details of root.querySelectorAll("details")) details.open = true;
  expect(await problems(root)).toEqual([]);
  await windowOf(400, 800);
  expect(overflowing(root)).toEqual([]);
});

async function showRetention(given: Partial<RetentionProps> = {}, options = {}) {
  const props: RetentionProps = {
    bookingDays: null,
    ledgerDays: 90,
    due: { bookings: 0, started: 0, entries: 0 },
    deletions: [],
    onBookingDays: vi.fn(),
    onLedgerDays: vi.fn(),
    ...given,
  };
  return { ...(await show(<Retention {...props} />, { css, shadow: false, ...options })), props };
}

test("how long things are kept can be chosen", async () => {
  const { props } = await showRetention();
  const select = page.getByLabelText("Delete bookings that are over after");
  await expect.element(select).toHaveValue("null");
  await select.selectOptions("1 year");
  expect(props.onBookingDays).toHaveBeenCalledWith(365);
  await page.getByLabelText("Delete entries of the list above after").selectOptions("never");
  expect(props.onLedgerDays).toHaveBeenCalledWith(null);
});

test("what goes next, and what has gone", async () => {
  const at = "2026-11-03T03:00:00.000Z";
  const { text } = await showRetention({
    due: { bookings: 12, started: 1, entries: 0 },
    deletions: [
      { at, what: "bookings", days: 365, count: 4 },
      { at, what: "entries", days: 90, count: 1 },
    ],
  });
  expect(text()).toMatch(
    /In the coming night will be deleted: 12 bookings and 1 calendar that was opened without a booking\./,
  );
  expect(text()).toMatch(/On .*3.*, 4 calls that were over for more than 1 year were deleted\./);
  expect(text()).toMatch(/1 entry of the list that was older than 90 days was deleted\./);
});

test.each([false, true])("retention is accessible and fits (dark: %s)", async (dark) => {
  const { root } = await showRetention({ due: { bookings: 12, started: 1, entries: 1000 } }, { dark });
  expect(await problems(root)).toEqual([]);
  await windowOf(400, 800);
  expect(overflowing(root)).toEqual([]);
});
