import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  type CopiedLink,
  copiedLinks,
  lastCopiedLink,
  noteCopiedLink,
} from "../../../lib/booking/copied-links";
import { guardNotes } from "../../../lib/booking/guard";
import type { BookedCall } from "../../../lib/booking/outcome";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const TESS = { email: "tess@example.com", name: "Tess Tech" };
const ROB = { email: "rob@example.com", name: "" };
const TICKET = { portal: "help", id: "7" };
const copied = (technician: CopiedLink["technician"]): CopiedLink => ({
  portal: "help",
  ticket: "7",
  technician,
  at: NOW.toISOString(),
});
const call = (technician: BookedCall["technician"], bookedAt = NOW.toISOString()): BookedCall => ({
  start: null,
  end: null,
  status: "accepted",
  paymentRequired: false,
  timeZone: null,
  technician,
  id: "s",
  bookedAt,
  canJoin: false,
  canChange: false,
});
const notes = (given: Partial<Parameters<typeof guardNotes>[0]>) =>
  guardNotes({ isClosed: false, technician: ROB, copied: null, calls: [], ...given });

describe("what is said before a call is booked", () => {
  test("nothing, as a rule", () => {
    expect(notes({})).toEqual([]);
    expect(notes({ copied: copied({ ...ROB, email: "Rob@Example.com" }), calls: [call(ROB)] })).toEqual([]);
  });
  test("the ticket is closed", () => {
    expect(notes({ isClosed: true })).toEqual([{ reason: "closed" }]);
  });
  test("the link was made for somebody else", () => {
    expect(notes({ copied: copied(TESS) })).toEqual([
      { reason: "link", former: "Tess Tech", at: NOW.toISOString() },
    ]);
  });
  test("a call is booked with somebody else", () => {
    expect(notes({ technician: TESS, calls: [call(ROB)] })).toEqual([
      { reason: "booked", former: "rob@example.com" },
    ]);
  });
  test("a later call with whoever is in charge settles a link", () => {
    expect(notes({ copied: copied(TESS), calls: [call(ROB, "2026-11-20T12:00:01.000Z")] })).toEqual([]);
    expect(notes({ copied: copied(TESS), calls: [call(ROB, "2026-11-20T11:59:59.000Z")] })).toHaveLength(1);
  });
});

describe("links that were copied", () => {
  beforeEach(() => fakeBrowser.reset());

  test("are kept by ticket and person, without the link", async () => {
    await noteCopiedLink(TICKET, TESS, new Date("2026-11-19T12:00:00.000Z"));
    await noteCopiedLink({ ...TICKET, id: "8" }, ROB, NOW);
    await noteCopiedLink(TICKET, { ...TESS, name: "Tess" }, NOW);
    expect(await copiedLinks.read()).toEqual([
      copied({ ...TESS, name: "Tess" }),
      { ...copied(ROB), ticket: "8" },
    ]);
  });
  test("the last one counts, for 90 days", async () => {
    await noteCopiedLink(TICKET, TESS, NOW);
    await noteCopiedLink(TICKET, ROB, NOW);
    expect(await lastCopiedLink(TICKET, NOW)).toEqual(copied(ROB));
    expect(await lastCopiedLink({ ...TICKET, portal: "other" }, NOW)).toBeNull();
    expect(await lastCopiedLink(TICKET, new Date("2027-02-19T12:00:00Z"))).toBeNull();
  });
  test("are not more than 500", async () => {
    await copiedLinks.write(Array.from({ length: 500 }, (_, at) => ({ ...copied(TESS), ticket: `t${at}` })));
    await noteCopiedLink(TICKET, ROB, NOW);
    expect(await copiedLinks.read()).toHaveLength(500);
    expect(await lastCopiedLink(TICKET, NOW)).toEqual(copied(ROB));
  });
});
