import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { Bookings, type BookingsProps } from "../../../components/options/Bookings";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import { bookingsCsv, bookingsJson } from "../../../lib/booking/export-bookings";
import type { Booking } from "../../../lib/booking/store/booking";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const css = pageCss + formCss + optionsCss;
const at = "2026-11-20T12:00:00.000Z";
const booking = (given: Partial<Booking> = {}): Booking => ({
  id: "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11",
  state: "booked",
  mark: null,
  uid: "secret",
  scheduler: "cal-com",
  link: "https://cal.com/tess",
  portal: "help",
  ticket: { id: "7", number: "T-7", subject: "Printer is on fire", url: null },
  technician: { email: "tess@example.com", name: "Tess Tech" },
  attendee: { name: "Ada Visitor", email: "ada@example.com" },
  start: "2026-11-23T09:00:00.000Z",
  end: "2026-11-23T09:30:00.000Z",
  timeZone: "Europe/Berlin",
  paymentRequired: false,
  joinUrl: "https://meet.example.com/tess",
  attempt: null,
  history: [{ at, what: "booked", uid: "secret", start: at, end: null, mark: null }],
  source: "here",
  createdAt: at,
  updatedAt: at,
  ...given,
});

const counts = { upcoming: 1, awaiting: 0, past: 0, cancelled: 0, started: 0 };
const callbacks = () => ({
  onSearch: vi.fn(),
  onMore: vi.fn(),
  onAct: vi.fn(),
  onMark: vi.fn(),
  canRenew: ({ attempt }: Booking) => attempt !== null,
  onRenew: vi.fn(),
  onCopy: vi.fn(),
  onBrief: vi.fn(),
  onDelete: vi.fn(),
  onDeleteAll: vi.fn(),
  onExport: vi.fn(),
  onDownloadBroken: vi.fn(),
});
async function showBookings(given: Partial<BookingsProps> = {}, options = {}) {
  const props: BookingsProps = {
    search: { group: "upcoming", text: "", portal: "", technician: "", ticket: null },
    bookings: [booking()],
    counts,
    total: 1,
    portals: [{ value: "help", name: "Help desk" }],
    technicians: [{ value: "tess@example.com", name: "tess@example.com" }],
    broken: 0,
    ...callbacks(),
    ...given,
  };
  return { ...(await show(<Bookings {...props} />, { css, shadow: false, ...options })), props };
}

test("a row says about what, with whom and when on both clocks; nothing shows the uid", async () => {
  const { text, root } = await showBookings();
  for (const part of ["Tess Tech", "#T-7", "Printer is on fire", "(your time)", "Europe/Berlin", "Help desk"])
    expect(text()).toContain(part);
  expect(root.innerHTML).not.toContain("secret");
});

test("the calls of one ticket: its number says so, and goes by a button; each row leads to its ticket's", async () => {
  const search = {
    group: "past",
    text: "",
    portal: "",
    technician: "",
    ticket: { portal: "help", id: "7" },
  } as const;
  const { props } = await showBookings({ search });
  await expect.element(page.getByText("Ticket #T-7")).toBeVisible();
  await page.getByRole("button", { name: "All tickets" }).click();
  expect(props.onSearch).toHaveBeenLastCalledWith({ ...search, ticket: null });
  const link = page.getByRole("link", { name: "#T-7" });
  await expect.element(link).toHaveAttribute("href", "#bookings?ticket=help%3A7");
});

test("what can be done: by buttons with names of their own", async () => {
  const { props } = await showBookings({
    bookings: [booking({ start: "2999-11-23T09:00:00.000Z", end: null })],
  });
  for (const [name, action] of [
    ["Join: Tess Tech, #T-7", "join"],
    ["Reschedule: Tess Tech, #T-7", "reschedule"],
    ["Cancel: Tess Tech, #T-7", "cancel"],
    ["Add to calendar: Tess Tech, #T-7", "calendar"],
  ] as const) {
    await page.getByRole("button", { name }).click();
    expect(props.onAct).toHaveBeenLastCalledWith(props.bookings[0], action);
  }
  await page.getByLabelText("Portal").selectOptions("help");
  expect(props.onSearch).toHaveBeenLastCalledWith({ ...props.search, portal: "help" });
  await page.getByRole("button", { name: "Past 0" }).click();
  expect(props.onSearch).toHaveBeenLastCalledWith({ ...props.search, group: "past" });
});

test("a call that is over can be marked, no longer moved or cancelled", async () => {
  const past = { start: "2020-11-23T09:00:00.000Z", end: "2020-11-23T09:30:00.000Z" };
  const { props } = await showBookings({ bookings: [booking(past)] });
  await page.getByLabelText("What became of it: Tess Tech, #T-7").selectOptions("no-show");
  expect(props.onMark).toHaveBeenCalledWith(props.bookings[0], "no-show");
  await expect.element(page.getByRole("button", { name: /^Join:/ })).toBeVisible(); // it may last longer than planned
  await expect.element(page.getByRole("button", { name: /^Reschedule:/ })).not.toBeInTheDocument();
  await expect.element(page.getByRole("button", { name: /^Cancel:/ })).not.toBeInTheDocument();
});

test("a call that is still to come cannot be marked", async () => {
  await showBookings({ bookings: [booking({ start: "2999-11-23T09:00:00.000Z", end: null })] });
  await expect.element(page.getByLabelText(/^What became of it/)).not.toBeInTheDocument();
});

test("what was started by a link: which kind of call, a new link, and the link once more", async () => {
  const attempt = {
    account: "a",
    type: { id: "1", name: "30 Minute Meeting" },
    start: "2026-11-23T09:00:00.000Z",
    link: "https://calendly.com/d/abc",
    notes: "",
  };
  const started = booking({ state: "started", uid: null, start: null, end: null, attempt });
  const { text, props } = await showBookings({ bookings: [started] });
  expect(text()).toContain("30 Minute Meeting · for ");
  expect(text()).not.toContain("confirmation mail"); // no call, so no time that would be unknown
  await page.getByRole("button", { name: "Make a new link: Tess Tech, #T-7" }).click();
  expect(props.onRenew).toHaveBeenCalledWith(started);
  await page.getByRole("button", { name: "Copy link: Tess Tech, #T-7" }).click();
  expect(props.onCopy).toHaveBeenCalledWith(attempt.link);
  for (const file of [bookingsCsv([started]), bookingsJson([started])]) expect(file).not.toContain("/d/abc");
});

test("nothing yet, nothing in this group, nothing found", async () => {
  const none = { bookings: [], counts: { ...counts, upcoming: 0 } };
  expect((await showBookings({ ...none, total: 0 })).text()).toContain("No bookings yet.");
  expect((await showBookings(none)).text()).toContain("Nothing in this group.");
  const search = { group: "upcoming", text: "x", portal: "", technician: "", ticket: null } as const;
  expect((await showBookings({ ...none, search })).text()).toContain("No booking here matches.");
});

test.each([false, true])("is accessible and fits (dark: %s)", async (dark) => {
  const long = booking({
    id: "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d12",
    technician: { email: LONG, name: "" },
    attendee: { name: ARABIC, email: LONG },
    paymentRequired: true,
  });
  const { root } = await showBookings({ bookings: [booking(), long], broken: 2 }, { dark });
  expect(await problems(root)).toEqual([]);
  await windowOf(400, 800);
  expect(overflowing(root)).toEqual([]);
});

test("files: without uids, and no cell is a formula", () => {
  const hostile = booking({
    ticket: { id: "8", number: "8", subject: '=HYPERLINK("https://x", "y")', url: null },
  });
  const csv = bookingsCsv([hostile]);
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toContain(`,"'=HYPERLINK(""https://x"", ""y"")",`);
  for (const file of [csv, bookingsJson([hostile])]) expect(file).not.toContain("secret");
  expect(JSON.parse(bookingsJson([hostile]))).toMatchObject({ version: 1, bookings: [{ state: "booked" }] });
});
