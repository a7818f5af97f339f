import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import * as z from "zod/mini";
import type { Leaving } from "../../../lib/ledger/leaving";
import { noteLeaving } from "../../../lib/ledger/ledger";
import { redeemNote } from "../../../lib/note/answer-note";
import { issuePermit } from "../../../lib/note/permit";
import { callApi } from "../../../lib/scheduler/account/request";
import { portals } from "../../../lib/settings/items";
import { newPortal } from "../../../lib/settings/portal";

vi.mock("../../../lib/ledger/ledger", () => ({ noteLeaving: vi.fn() }));
const leavings = (): Leaving[] => vi.mocked(noteLeaving).mock.calls.map(([leaving]) => leaving);

beforeEach(async () => {
  vi.clearAllMocks();
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  await portals.write([
    { ...newPortal({ origin: "https://help.example.com", basePath: "" }, []), id: "help" },
  ]);
});

describe("a request to a scheduler's interface", () => {
  const request = {
    url: new URL("https://api.example.com/v2/bookings/SECRET/notes?status=open"),
    headers: { Authorization: "Bearer SECRET", "cal-api-version": "2024-08-13" },
    answer: z.unknown(),
    scope: "",
  };

  test("is noted before it is made, whatever comes of it; a token is named alone", async () => {
    const fetch = vi.fn(async () => {
      expect(leavings()).toHaveLength(1);
      throw new TypeError("offline");
    });
    await expect(callApi(request, fetch)).rejects.toThrow();
    expect(leavings()).toEqual([
      {
        host: "api.example.com",
        purpose: "api",
        request: "GET /v2/bookings/…/notes",
        fields: [
          { name: "Authorization", value: null },
          { name: "status", value: "open" },
        ],
        repeats: true,
      },
    ]);
    expect(JSON.stringify(leavings())).not.toContain("SECRET");
  });

  test("that sends something is an entry of its own", async () => {
    const body = { attendee: { name: "Ada", email: "ada@example.com" } };
    await callApi({ ...request, method: "POST", body }, async () => new Response("{}"));
    expect(leavings()).toMatchObject([{ repeats: false }]);
    expect(leavings()[0]?.fields).toContainEqual({ name: "attendee.email", value: "ada@example.com" });
  });
});

describe("a note", () => {
  const note = { portal: "help", ticket: "7", text: "A call", visibility: "internal", status: null } as const;
  const redeem = async (sends: boolean) => {
    const permit = await issuePermit({ ...note, sends }, 4, new Date());
    const sender = { tab: { id: 4 }, url: "https://help.example.com/tickets/7" };
    return redeemNote({ type: "redeemNote", permit }, sender as never);
  };

  test("that is sent is noted when it is handed out", async () => {
    expect(await redeem(true)).toEqual(note);
    expect(leavings()).toEqual([
      {
        host: "help.example.com",
        purpose: "note",
        ticket: { portal: "help", number: "7" },
        fields: [
          { name: "text", value: "A call" },
          { name: "visibility", value: "internal" },
        ],
      },
    ]);
  });

  test("that only fills the page's box is sent by the person", async () => {
    expect(await redeem(false)).toEqual(note);
    expect(leavings()).toEqual([]);
  });
});
