import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { importAttempts } from "../../../lib/booking/native/import-attempts";
import { bookings } from "../../../lib/booking/store/bookings";
import { Account, accounts } from "../../../lib/settings/accounts";
import { forgetBookings } from "./given-booking";
import snapshot from "./snapshots/attempts-1.json";

/** The database of attempts, as it was before they lay among the bookings. */
async function keepSnapshot(): Promise<void> {
  const database = await openDB("callcard-attempts", 1, {
    upgrade: (created) => void created.createObjectStore("attempts"),
  });
  for (const attempt of snapshot) await database.put("attempts", attempt, attempt.id);
  database.close();
}
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
const started = async () => (await bookings.list({ group: "started" })).bookings;

beforeEach(async () => {
  await browser.storage.local.clear();
  await forgetBookings();
  await deleteDB("callcard-attempts");
  const tess = { name: "Tess Tech", email: "tess@example.com", timeZone: null };
  await accounts.write([
    Account.parse({
      id: "a",
      scheduler: "calendly",
      api: "https://api.calendly.com/",
      owner: { ...tess, link: "https://calendly.com/tess" },
    }),
    Account.parse({
      id: "b",
      scheduler: "cal-com",
      api: "https://api.cal.com/v2/",
      owner: { ...tess, email: "rob@example.com", link: "https://cal.com/rob" },
    }),
  ]);
});
afterEach(() => vi.restoreAllMocks());

test("what was started and not booked is brought over, and the old database goes", async () => {
  await keepSnapshot();
  await importAttempts();
  expect(await databases()).not.toContain("callcard-attempts");
  const [third, second, first] = await started();
  expect(first).toMatchObject({
    id: snapshot[0]?.id,
    scheduler: "calendly",
    link: "https://calendly.com/tess",
    portal: "demo",
    ticket: { id: "123", number: "123", subject: "VPN" },
    technician: { email: "tess@example.com", name: "Tess Tech" },
    attendee: { name: "John Doe", email: "john@example.com" },
    createdAt: "2026-11-18T09:00:00.000Z",
    attempt: {
      account: "a",
      type: { id: "https://api.calendly.com/event_types/A", name: "30 Minute Meeting" },
      start: null,
      link: snapshot[0]?.link,
      notes: "Regarding Ticket #123 — VPN",
    },
  });
  expect(second).toMatchObject({
    portal: "help",
    ticket: { id: "9", number: "T-9", url: "https://help.example.com/9" },
    attendee: { name: null, email: null },
    attempt: { start: "2026-11-24T09:00:00.000Z" },
  });
  expect(third).toMatchObject({
    portal: "",
    ticket: { id: "", number: "" },
    scheduler: "",
    attempt: { link: null },
  });
  expect(await started()).toHaveLength(3);
});

test("cut short in the middle: nothing is lost, and nothing is there twice", async () => {
  await keepSnapshot();
  const create = bookings.create.bind(bookings);
  let left = 2;
  vi.spyOn(bookings, "create").mockImplementation(async (...given) => {
    if (left-- === 0) throw new DOMException("", "QuotaExceededError");
    return create(...given);
  });
  await expect(importAttempts()).rejects.toThrow();
  expect(await databases()).toContain("callcard-attempts");
  vi.restoreAllMocks();
  await importAttempts();
  expect(await started()).toHaveLength(3);
});

test("where there is nothing to bring over no database is made", async () => {
  await importAttempts();
  expect(await databases()).not.toContain("callcard-attempts");
});
