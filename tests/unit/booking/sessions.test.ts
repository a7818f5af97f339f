import { describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { SessionId } from "../../../lib/booking/session-id";
import {
  claimSession,
  closeSession,
  closeSessionsOf,
  findSession,
  openSession,
  type Session,
} from "../../../lib/booking/sessions";
import { prefillWithoutTicket } from "../../../lib/scheduler/prefill";
import { Me } from "../../../lib/settings/share";

const TAB = 4;
const OTHER_TAB = 5;

const open = (given: Partial<Session> = {}) =>
  openSession({
    ticket: { number: "7", subject: null },
    technician: { email: "tess@example.com", name: "Tess Tech" },
    link: "https://cal.com/tess",
    prefill: prefillWithoutTicket(Me.parse({})),
    theme: "light",
    rung: "frame",
    opener: { tab: TAB, frame: 0 },
    portal: "https://help.example.com",
    insteadOfFrame: false,
    scheduler: "cal-com",
    plainLink: "https://cal.com/tess",
    direct: false,
    manages: false,
    booking: null,
    account: null,
    native: null,
    ...given,
  });

test("each session has a random id of its own, and lies where pages cannot reach", async () => {
  const ids = (await Promise.all(Array.from({ length: 20 }, () => open()))).map(({ id }) => id);
  expect(new Set(ids).size).toBe(20);
  for (const id of ids) expect(SessionId.safeParse(id).success).toBe(true);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
});

describe("a frame", () => {
  test("gets the session in the tab where it was opened, once", async () => {
    const { id } = await open();
    expect(await claimSession(id, TAB, true)).toMatchObject({ link: "https://cal.com/tess", claimedBy: TAB });
    expect(await claimSession(id, TAB, true)).toBeNull();
    expect(await findSession(id)).toMatchObject({ claimedBy: TAB });
  });
  test("in another tab gets nothing, and spoils nothing", async () => {
    const { id } = await open();
    expect(await claimSession(id, OTHER_TAB, true)).toBeNull();
    expect(await claimSession(id, TAB, true)).not.toBeNull();
  });
  test("gets no session of a window", async () => {
    const { id } = await open({ rung: "window" });
    expect(await claimSession(id, TAB, true)).toBeNull();
  });
  test("gets no session that no tab opened", async () => {
    const { id } = await open({ opener: null });
    expect(await claimSession(id, TAB, true)).toBeNull();
  });
  test("one of many that ask at once gets it", async () => {
    const { id } = await open();
    const claims = await Promise.all(Array.from({ length: 10 }, () => claimSession(id, TAB, true)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });
});

describe("a window", () => {
  test("gets the session, and again when it is reloaded", async () => {
    const { id } = await open({ rung: "window" });
    expect(await claimSession(id, OTHER_TAB, false)).not.toBeNull();
    expect(await claimSession(id, OTHER_TAB, false)).not.toBeNull();
  });
  test("gets nothing that another window has", async () => {
    const { id } = await open({ rung: "window" });
    await claimSession(id, OTHER_TAB, false);
    expect(await claimSession(id, 6, false)).toBeNull();
  });
  test("gets no session of a frame, even in the same tab", async () => {
    const { id } = await open();
    expect(await claimSession(id, TAB, false)).toBeNull();
  });
});

test.each(["", "x", "__proto__", "00000000-0000-4000-8000-000000000000"])(
  "nobody has the session %j",
  async (id) => {
    await open();
    expect(await claimSession(id, TAB, true)).toBeNull();
    expect(await findSession(id)).toBeNull();
  },
);

test("a session that cannot be read is none", async () => {
  const { id } = await open();
  await fakeBrowser.storage.session.set({ [`session:${id}`]: { id, link: 7 } });
  expect(await claimSession(id, TAB, true)).toBeNull();
});

test("a closed session is gone, the others stay", async () => {
  const [first, second] = await Promise.all([open(), open()]);
  await closeSession(first.id);
  expect(await findSession(first.id)).toBeNull();
  expect(await findSession(second.id)).not.toBeNull();
});

test("with its tab a session goes, unless it went on in a window", async () => {
  const waiting = await open();
  const framed = await open();
  await claimSession(framed.id, TAB, true);
  const moved = await open({ rung: "window" });
  await claimSession(moved.id, OTHER_TAB, false);
  const elsewhere = await open({ opener: { tab: OTHER_TAB, frame: 0 } });
  await closeSessionsOf(TAB);
  const left = await Promise.all([waiting, framed, moved, elsewhere].map(({ id }) => findSession(id)));
  expect(left.map((session) => session !== null)).toEqual([false, false, true, true]);
});
