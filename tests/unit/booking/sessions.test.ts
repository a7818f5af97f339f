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

/** A page that has not asked before. */
const claim = (id: string, tab: number, isFrame: boolean) =>
  claimSession(id, tab, isFrame, crypto.randomUUID());
const inFrame = (frame: number) => ({ opener: { tab: TAB, frame } });

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
    manages: null,
    note: null,
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
    expect(await claim(id, TAB, true)).toMatchObject({
      link: "https://cal.com/tess",
      claimedBy: TAB,
    });
    expect(await claim(id, TAB, true)).toBeNull();
    expect(await findSession(id)).toMatchObject({ claimedBy: TAB });
  });
  test("gets it again when its answer was lost", async () => {
    const { id } = await open();
    const [mine, others] = [crypto.randomUUID(), crypto.randomUUID()];
    await claimSession(id, TAB, true, mine);
    expect(await claimSession(id, TAB, true, others)).toBeNull();
    expect(await claimSession(id, OTHER_TAB, true, mine)).toBeNull();
    expect(await claimSession(id, TAB, true, mine)).toMatchObject({ link: "https://cal.com/tess" });
  });
  test("in another tab gets nothing, and spoils nothing", async () => {
    const { id } = await open();
    expect(await claim(id, OTHER_TAB, true)).toBeNull();
    expect(await claim(id, TAB, true)).not.toBeNull();
  });
  test("gets no session of a window", async () => {
    const { id } = await open({ rung: "window" });
    expect(await claim(id, TAB, true)).toBeNull();
  });
  test("gets no session that no tab opened", async () => {
    const { id } = await open({ opener: null });
    expect(await claim(id, TAB, true)).toBeNull();
  });
  test("one of many that ask at once gets it", async () => {
    const { id } = await open();
    const claims = await Promise.all(Array.from({ length: 10 }, () => claim(id, TAB, true)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });
});

describe("a window", () => {
  test("gets the session, and again when it is reloaded", async () => {
    const { id } = await open({ rung: "window" });
    expect(await claim(id, OTHER_TAB, false)).not.toBeNull();
    expect(await claim(id, OTHER_TAB, false)).not.toBeNull();
  });
  test("gets nothing that another window has", async () => {
    const { id } = await open({ rung: "window" });
    await claim(id, OTHER_TAB, false);
    expect(await claim(id, 6, false)).toBeNull();
  });
  test("gets no session of a frame, even in the same tab", async () => {
    const { id } = await open();
    expect(await claim(id, TAB, false)).toBeNull();
  });
});

test.each(["", "x", "__proto__", "00000000-0000-4000-8000-000000000000"])(
  "nobody has the session %j",
  async (id) => {
    await open();
    expect(await claim(id, TAB, true)).toBeNull();
    expect(await findSession(id)).toBeNull();
  },
);

test("a session that cannot be read is none", async () => {
  const { id } = await open();
  await fakeBrowser.storage.session.set({ [`session:${id}`]: { id, link: 7 } });
  expect(await claim(id, TAB, true)).toBeNull();
});

test("a closed session is gone, the others stay", async () => {
  const [first, second] = await Promise.all([open(inFrame(1)), open(inFrame(2))]);
  await closeSession(first.id);
  expect(await findSession(first.id)).toBeNull();
  expect(await findSession(second.id)).not.toBeNull();
});

test("a new dialog in the same document ends the earlier one's session, and no other", async () => {
  const [dialog, window] = [await open(), await open({ rung: "window" })];
  const inAnotherFrame = await open(inFrame(7));
  const inAnotherTab = await open({ opener: { tab: OTHER_TAB, frame: 0 } });
  const next = await open();
  expect(await findSession(dialog.id)).toBeNull();
  for (const { id } of [window, inAnotherFrame, inAnotherTab, next])
    expect(await findSession(id)).not.toBeNull();
});

test("with its tab a session goes, unless it went on in a window", async () => {
  const waiting = await open(inFrame(1));
  const framed = await open(inFrame(2));
  await claim(framed.id, TAB, true);
  const moved = await open({ rung: "window" });
  await claim(moved.id, OTHER_TAB, false);
  const elsewhere = await open({ opener: { tab: OTHER_TAB, frame: 0 } });
  await closeSessionsOf(TAB);
  const left = await Promise.all([waiting, framed, moved, elsewhere].map(({ id }) => findSession(id)));
  expect(left.map((session) => session !== null)).toEqual([false, false, true, true]);
});
