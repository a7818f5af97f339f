import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { BackgroundMessage } from "../../../../lib/messages";
import { portals } from "../../../../lib/settings/items";
import { Portal } from "../../../../lib/settings/portal";
import { answerLookup } from "../../../../lib/ticket/lookup/answer-lookup";

const secrets = vi.hoisted(() => new Map<string, string>());
vi.mock("../../../../lib/settings/secrets", () => ({
  getSecret: async (name: string) => secrets.get(name) ?? null,
  lookupSecret: (portal: string, origin: string) => `lookup:${portal}:${origin}`,
}));

const PAGE = "https://help.example.com/tickets/7";
const page = { kind: "ticket", url: "/tickets/:id", fields: {} };
const portal = (given: object) =>
  Portal.parse({ id: "help", name: "Help", origin: "https://help.example.com", pages: [page], ...given });
const from = (url: string | undefined, given: object = {}) =>
  ({ url, frameId: 0, tab: { id: 4 }, ...given }) as Browser.runtime.MessageSender;

let granted: (pattern: string) => boolean;
const fetched = vi.fn(async (_: URL, __: RequestInit) => Response.json({ assignee: null }));

beforeEach(async () => {
  granted = () => true;
  fetched.mockClear();
  secrets.clear();
  vi.stubGlobal("fetch", fetched);
  const contains = async ({ origins }: { origins: string[] }) => origins.every((one) => granted(one));
  Object.assign(fakeBrowser, { permissions: { contains } });
  await portals.write([portal({ lookup: { url: "https://who.example/{id}/{number}" } })]);
});
afterEach(() => vi.unstubAllGlobals());

function ask(given: object = {}, sender = from(PAGE)) {
  const message = { type: "lookUp", url: PAGE, preset: null, number: "T-7", hop: "first", ...given };
  const parsed = BackgroundMessage.parse(message);
  if (parsed.type !== "lookUp") throw new Error("another message");
  return answerLookup(parsed, sender);
}
const asked = () => fetched.mock.calls.map(([url, init]) => ({ url: url.href, ...init }));

test("the portal's configured address, without cookies, referrer or redirects", async () => {
  expect(await ask()).toEqual({ ok: true, json: { assignee: null } });
  expect(asked()).toMatchObject([
    {
      url: "https://who.example/7/T-7",
      credentials: "omit",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      headers: { Accept: "application/json" },
    },
  ]);
  expect(asked()[0]?.headers).not.toHaveProperty("Authorization");
});

test("the token of this portal and this site goes along; one for another site does not", async () => {
  secrets.set("lookup:help:https://elsewhere.example", "other");
  await ask();
  secrets.set("lookup:help:https://who.example", "s3cret");
  await ask();
  const tokens = asked().map(({ headers }) => new Headers(headers).get("Authorization"));
  expect(tokens).toEqual([null, "Bearer s3cret"]);
});

test("headers from the page are for the portal alone; fixed ones go along", async () => {
  const headers = {
    "X-CSRF": { meta: "csrf" },
    "X-Session": { cookie: "session" },
    "X-App": { text: "callcard" },
  };
  await portals.write([portal({ lookup: { url: "https://who.example/{id}", headers } })]);
  await ask();
  expect(asked()[0]?.headers).toEqual({ Accept: "application/json", "X-App": "callcard" });
});

test("the second hop is filled in from the first answer, percent-encoded", async () => {
  // biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
  const lookup = { url: "/api/{id}", then: { url: "https://who.example/people/{/owner}" } };
  const mapped = { ...page, fields: { assignee: [{ json: "/then/name" }] } };
  await portals.write([portal({ pages: [mapped], lookup })]);
  await ask({ hop: "then", first: { owner: "../x?y" } });
  expect(asked().map(({ url }) => url)).toEqual(["https://who.example/people/..%2Fx%3Fy"]);
  expect(await ask({ hop: "then", first: { owner: ".." } })).toMatchObject({ ok: false });
});

describe("is refused, and nothing is asked", () => {
  const REFUSED = { ok: false, failure: { cause: "no-permission" } };
  test.each<[string, object, Browser.runtime.MessageSender]>([
    ["another site's page", {}, from("https://evil.example/tickets/7")],
    ["no tab", {}, from(PAGE, { tab: undefined })],
    ["no address", {}, from(undefined)],
    ["a ticket of another site", { url: "https://evil.example/tickets/7" }, from(PAGE)],
    ["a page that is no ticket", { url: "https://help.example.com/about" }, from(PAGE)],
    ["a hop that is not configured", { hop: "then" }, from(PAGE)],
  ])("%s", async (_, given, sender) => {
    expect(await ask(given, sender)).toEqual(REFUSED);
    expect(fetched).not.toHaveBeenCalled();
  });

  test("another portal's page that asks for this portal's ticket", async () => {
    const other = portal({ id: "other", origin: "https://other.example" });
    await portals.write([...(await portals.read()), other]);
    expect(await ask({}, from("https://other.example/tickets/7"))).toEqual(REFUSED);
    expect(fetched).not.toHaveBeenCalled();
  });

  test.each(["https://help.example.com/*", "https://who.example/*"])("without %s", async (pattern) => {
    granted = (one) => one !== pattern;
    expect(await ask()).toEqual(REFUSED);
    expect(fetched).not.toHaveBeenCalled();
  });

  test("the portal itself, which its own page asks", async () => {
    await portals.write([portal({ lookup: { url: "/api/{id}" } })]);
    expect(await ask()).toEqual(REFUSED);
    expect(fetched).not.toHaveBeenCalled();
  });
});
