import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Portal } from "../../../../lib/settings/portal";
import { LookupAnswer } from "../../../../lib/ticket/lookup/generic-answer";

const text = readFileSync(new URL("../../../../docs/webhook-relay.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, of, code = ""]) =>
    of === language ? [code] : [],
  );
const secrets = { CAL_COM_SECRET: "cal-secret", CALENDLY_KEY: "calendly-key", RELAY_TOKEN: "relay-token" };
const hmac = (secret: string, content: string) => createHmac("sha256", secret).update(content).digest("hex");

const folder = mkdtempSync(join(tmpdir(), "callcard-relay-"));
let origin = "";
let stop = async () => {};

async function start(): Promise<void> {
  const [code = ""] = blocks("js");
  const relay = spawn(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, ...secrets, RELAY_FILE: join(folder, "calls.json"), PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  stop = async () => {
    const ended = once(relay, "exit");
    relay.kill();
    await ended;
  };
  const [port] = await once(relay.stdout, "data");
  origin = `http://127.0.0.1:${String(port).trim()}`;
}

beforeAll(start);
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function post(path: string, body: string, headers: Record<string, string>): Promise<number> {
  return (await fetch(`${origin}${path}`, { method: "POST", body, headers })).status;
}
const calCom = (triggerEvent: string, payload: object, secret = secrets.CAL_COM_SECRET) => {
  const body = JSON.stringify({ triggerEvent, createdAt: "2026-11-21T12:00:00Z", payload });
  return post("/cal-com", body, { "X-Cal-Signature-256": hmac(secret, body) });
};
const calendly = (event: string, payload: object, age = 0) => {
  const body = JSON.stringify({ event, payload });
  const time = Math.floor(Date.now() / 1000) - age;
  const signature = hmac(secrets.CALENDLY_KEY, `${time}.${body}`);
  return post("/calendly", body, {
    "Calendly-Webhook-Signature": `t=${time},v1=${hmac("old", body)},v1=${signature}`,
  });
};
async function ask(ticket: string, token = secrets.RELAY_TOKEN): Promise<LookupAnswer | number> {
  const answer = await fetch(`${origin}/calls/${ticket}`, { headers: { Authorization: `Bearer ${token}` } });
  return answer.ok ? LookupAnswer.parse(await answer.json()) : answer.status;
}
const booked = async (ticket: string) => {
  const answer = await ask(ticket);
  return typeof answer === "number" ? [] : (answer.bookings ?? []);
};

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString();
const ours = {
  uid: "uid-first",
  startTime: day(1),
  endTime: day(1.02),
  organizer: { name: "Tess Tech", email: "tess@example.com", timeZone: "Europe/Berlin" },
  metadata: { ticketId: "123", ticketNumber: "T-123" },
};
const theirs = {
  tracking: { utm_content: "T-9" },
  scheduled_event: {
    uri: "https://api.calendly.com/scheduled_events/EVENT",
    start_time: day(2),
    end_time: day(2.02),
    event_memberships: [{ user_email: "rob@example.com", user_name: "Rob Remote" }],
  },
};

test("the configuration of docs/webhook-relay.md is one", () => {
  const [portal] = blocks("json").map((json) => Portal.parse(JSON.parse(json)));
  expect(portal?.lookup?.bookings).toBe(true);
});

test("Cal.com: booked, moved, cancelled; found by the ticket's id and number, under an id that is no key", async () => {
  expect(await calCom("BOOKING_CREATED", ours)).toBe(200);
  const [call, ...more] = await booked("123");
  expect(more).toEqual([]);
  expect(call).toMatchObject({
    start: ours.startTime,
    status: "accepted",
    technician: { email: "tess@example.com" },
  });
  expect(await booked("T-123")).toEqual([call]);
  expect(JSON.stringify(call)).not.toContain("uid-first");

  const moved = {
    ...ours,
    uid: "uid-second",
    startTime: day(3),
    endTime: day(3.02),
    rescheduleUid: "uid-first",
  };
  await calCom("BOOKING_RESCHEDULED", moved);
  expect((await booked("123")).map(({ start }) => start)).toEqual([moved.startTime]);
  await calCom("BOOKING_CANCELLED", moved);
  expect((await booked("123")).map(({ status }) => status)).toEqual(["cancelled"]);
});

test("Calendly: booked and cancelled", async () => {
  expect(await calendly("invitee.created", theirs)).toBe(200);
  expect(await booked("T-9")).toMatchObject([{ status: "accepted", technician: { name: "Rob Remote" } }]);
  await calendly("invitee.canceled", theirs);
  expect(await booked("T-9")).toMatchObject([{ status: "cancelled" }]);
});

test("what is not signed, or old, is refused; a scheduler's test and a call without a ticket are passed over", async () => {
  expect(await calCom("BOOKING_CREATED", { ...ours, metadata: { ticketId: "666" } }, "wrong")).toBe(401);
  expect(await post("/cal-com", "{}", {})).toBe(401);
  expect(await calendly("invitee.created", { ...theirs, tracking: { utm_content: "666" } }, 200)).toBe(401);
  expect(await post("/elsewhere", "{}", {})).toBe(401);
  expect(await booked("666")).toEqual([]);
  const { uid: _, ...test } = ours;
  expect(await calCom("BOOKING_CREATED", { ...test, type: "Test" })).toBe(200);
  expect(await calCom("BOOKING_CREATED", { ...ours, uid: "uid-other", metadata: {} })).toBe(200);
});

test("nobody asks without the token, and calls outlive the relay", async () => {
  await calCom("BOOKING_CREATED", { ...ours, uid: "uid-kept", metadata: { ticketId: "77" } });
  expect(await ask("77", "wrong")).toBe(401);
  await stop();
  await start();
  expect(await booked("77")).toHaveLength(1);
});
