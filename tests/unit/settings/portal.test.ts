import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findPortal,
  newPortal,
  Portal,
  type PortalAddress,
  parsePortalAddress,
} from "../../../lib/settings/portal";

const site = (origin: string, insecure = false): PortalAddress => ({
  ok: true,
  origin,
  basePath: "",
  insecure,
});
const problem = (code: "empty" | "not-an-address" | "not-a-site"): PortalAddress => ({
  ok: false,
  problem: code,
});

test.each<[string, PortalAddress]>([
  ["https://help.example.com", site("https://help.example.com")],
  ["https://help.example.com/", site("https://help.example.com")],
  ["help.example.com", site("https://help.example.com")],
  ["  HELP.example.com  ", site("https://help.example.com")],
  ["help.example.com/rt/Ticket/Display.html?id=7#x", site("https://help.example.com")],
  ["https://help.example.com:8443/tickets/7", site("https://help.example.com:8443")],
  ["help.example.com:8443", site("https://help.example.com:8443")],
  ["https://help.example.com:443", site("https://help.example.com")],
  ["https://user:pw@help.example.com", site("https://help.example.com")],
  ["https://hilfe.käl.example", site("https://hilfe.xn--kl-via.example")],
  ["http://help.example.com", site("http://help.example.com", true)],
  ["http://intranet/rt", site("http://intranet", true)],
  ["https://intranet", site("https://intranet")],
  ["http://localhost:8080", site("http://localhost:8080")],
  ["localhost:8080", site("https://localhost:8080")],
  ["http://127.0.0.1:8080/x", site("http://127.0.0.1:8080")],
  ["http://[::1]:8080", site("http://[::1]:8080")],
  ["http://127.0.0.1.evil.example", site("http://127.0.0.1.evil.example", true)],
  ["10.0.0.7", site("https://10.0.0.7")],
  ["", problem("empty")],
  ["  ", problem("empty")],
  ["helpdesk", problem("not-an-address")],
  ["our help desk", problem("not-an-address")],
  ["https://", problem("not-an-address")],
  ["https://*", problem("not-an-address")],
  ["*.example.com", problem("not-an-address")],
  ["https://help example.com", problem("not-an-address")],
  ["javascript:alert(1)", problem("not-an-address")],
  ["mailto:help@example", problem("not-an-address")],
  ["ftp://help.example.com", problem("not-a-site")],
  ["file:///etc/passwd", problem("not-a-site")],
  ["chrome://extensions", problem("not-a-site")],
  ["chrome-extension://abc/options.html", problem("not-a-site")],
])("the address %s", (typed, expected) => expect(parsePortalAddress(typed)).toEqual(expected));

test("whatever is typed, what is accepted can be stored as a portal", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.domain(),
        fc.ipV6().map((ip) => `http://[${ip}]`),
      ),
      (typed) => {
        const address = parsePortalAddress(typed);
        if (address.ok) expect(Portal.safeParse(newPortal(address, [])).error).toBeUndefined();
      },
    ),
    { numRuns: 2000 },
  );
});

describe("the portal of an address", () => {
  const portal = (id: string, origin: string, basePath = ""): Portal => ({
    id,
    name: id,
    origin,
    basePath,
    nativeButton: "keep",
  });
  const all = [
    portal("root", "https://x.example"),
    portal("rt", "https://x.example", "/rt"),
    portal("rt-sub", "https://x.example", "/rt/sub"),
    portal("port", "https://x.example:8443"),
    portal("only-below", "https://y.example", "/help"),
  ];
  test.each<[string, string | null]>([
    ["https://x.example/", "root"],
    ["https://x.example/tickets/7", "root"],
    ["https://x.example/rt", "rt"],
    ["https://x.example/rt/Ticket/Display.html?id=7", "rt"],
    ["https://x.example/rtx", "root"],
    ["https://x.example/rt/sub/7", "rt-sub"],
    ["https://x.example/rt/subway", "rt"],
    ["https://x.example:8443/rt", "port"],
    ["http://x.example/", null],
    ["https://sub.x.example/", null],
    ["https://y.example/help/7", "only-below"],
    ["https://y.example/", null],
    ["https://y.example/helpdesk", null],
    ["https://z.example/", null],
  ])("%s: %s", (url, id) => {
    expect(findPortal(all, new URL(url))?.id ?? null).toBe(id);
    expect(findPortal([...all].reverse(), new URL(url))?.id ?? null).toBe(id);
  });
});

test("new portals have ids of their own", () => {
  const origins = ["https://x.example", "https://x.example:8443", "http://x.example", "http://[::1]:1"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...origins), { maxLength: 8 }), (chosen) => {
      const portals: Portal[] = [];
      for (const origin of chosen) portals.push(newPortal({ origin, basePath: "" }, portals));
      expect(new Set(portals.map(({ id }) => id)).size).toBe(chosen.length);
      for (const made of portals) expect(Portal.parse(made)).toEqual(made);
    }),
  );
  expect(newPortal({ origin: "https://x.example:8443", basePath: "/rt" }, [])).toMatchObject({
    id: "x.example",
    name: "x.example:8443",
    basePath: "/rt",
  });
});

describe("what is stored as a portal", () => {
  const good = { id: "help", name: "Help", origin: "https://help.example.com" };
  test("defaults", () => {
    expect(Portal.parse(good)).toEqual({ ...good, basePath: "", nativeButton: "keep" });
  });
  test.each<[string, object]>([
    ["origin with a path", { origin: "https://help.example.com/" }],
    ["origin that is not a site", { origin: "ftp://help.example.com" }],
    ["origin with a wildcard", { origin: "https://*.example.com" }],
    ["origin of all sites", { origin: "https://*" }],
    ["base path without a slash", { basePath: "rt" }],
    ["base path with a slash at the end", { basePath: "/rt/" }],
    ["base path with a query", { basePath: "/rt?x" }],
    ["id with a space", { id: "a b" }],
    ["id that is empty", { id: "" }],
    ["no name", { name: " " }],
    ["page without an id in its address", { pages: [{ kind: "ticket", url: "/tickets", fields: {} }] }],
    [
      "page with two groups in an expression",
      { pages: [{ kind: "ticket", url: "/t/:id", fields: { number: [{ css: "a", match: "(a)(b)" }] } }] },
    ],
  ])("%s is refused", (_, given) => expect(Portal.safeParse({ ...good, ...given }).success).toBe(false));
});
