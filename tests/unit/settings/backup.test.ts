import { afterEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { DEFAULT_BOOKING_HOSTS } from "../../../lib/offer/link";
import { Technician } from "../../../lib/offer/technician";
import {
  applyConfiguration,
  exportDocument,
  readConfiguration,
  unreadable,
} from "../../../lib/settings/backup";
import { type Configuration, planImport } from "../../../lib/settings/configuration";
import { bookingHosts, me, portals } from "../../../lib/settings/items";
import { Portal } from "../../../lib/settings/portal";
import { saveTechnicians } from "../../../lib/settings/technicians";

const storage = fakeBrowser.storage.local;
const HELP = Portal.parse({ id: "help", name: "Help", origin: "https://help.example.com" });
const tech = (email: string) => Technician.parse({ email, name: "Tess Tech", link: "https://cal.com/tess" });

async function fill(): Promise<void> {
  await portals.write([HELP]);
  await saveTechnicians([tech("tess@example.com")]);
  await me.write({ name: "Mia", email: "", phone: "" });
  await storage.set({ otherConfiguration: { rules: [1] }, "booked:help:7": [] });
}

async function next(): Promise<Configuration> {
  const present = await readConfiguration();
  return {
    ...present,
    portals: [{ ...HELP, name: "New" }],
    technicians: Array.from({ length: 2100 }, (_, at) => tech(`new${at}@example.com`)), // two batches
    bookingHosts: ["cal.com", "new.example"],
    share: { ...present.share, number: false },
    me: { name: "New", email: "", phone: "" },
    other: { rules: [2], teams: [] },
  };
}

afterEach(() => vi.restoreAllMocks());

test("everything is read, defaults where nothing is set", async () => {
  expect(await readConfiguration()).toEqual({
    portals: [],
    technicians: [],
    bookingHosts: [...DEFAULT_BOOKING_HOSTS],
    schedulers: {},
    share: { number: true, subject: true, ticketLink: true, requester: true, watchers: false },
    me: { name: "", email: "", phone: "" },
    other: {},
  });
});

test("an import is written whole", async () => {
  await fill();
  const configuration = await next();
  await applyConfiguration(configuration);
  const { technicians, ...now } = await readConfiguration();
  const { technicians: wanted, ...others } = configuration;
  expect(now).toEqual(others);
  expect(technicians).toHaveLength(wanted.length + 1);
});

describe("when the browser refuses", () => {
  // How often `storage.set` is called before it refuses: each place at which an import can be interrupted.
  test.each([0, 1, 2, 3, 4, 5, 6])("after %d writes, everything is as it was", async (writes) => {
    await fill();
    const configuration = await next();
    const before = await storage.get(null);
    const set = storage.set.bind(storage);
    let done = 0;
    vi.spyOn(storage, "set").mockImplementation(async (items) => {
      if (done++ === writes) throw new Error("QUOTA_BYTES");
      return set(items);
    });
    await expect(applyConfiguration(configuration)).rejects.toThrow("QUOTA_BYTES");
    expect(await storage.get(null)).toEqual(before);
  });
});

test("the export can be imported, and holds no bookings", async () => {
  await fill();
  const document = await exportDocument();
  expect(document).not.toContain("booked");
  const check = planImport(document, await readConfiguration());
  expect(check).toMatchObject({ ok: true, plan: { added: [], changed: [], skipped: [] } });
  expect(JSON.parse(document)).toMatchObject({ version: 1, rules: [1] });
});

test("what cannot be read can be saved, under its key", async () => {
  await fill();
  expect(await unreadable()).toEqual({});
  await storage.set({ portals: [{ id: 1 }], "technician:x@example.com": 7, "broken:me": "?" });
  expect(await unreadable()).toEqual({ portals: [{ id: 1 }], "technician:x@example.com": 7, me: "?" });
  await bookingHosts.write(["cal.com"]);
  expect(Object.keys(await unreadable())).toHaveLength(3);
});
