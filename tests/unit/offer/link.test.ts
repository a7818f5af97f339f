import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLink, DEFAULT_BOOKING_HOSTS, isAllowedHost, MAX_LINK_LENGTH } from "../../../lib/offer/link";

const HOSTS = [
  ...DEFAULT_BOOKING_HOSTS,
  "cal.corp.example",
  "cal.corp.example:8443",
  "*.team.example",
  "localhost:3000",
];

/** The address that a text is read as, or the code of its problem. */
function read(typed: string, hosts: readonly string[] = HOSTS): string {
  const check = checkLink(typed, hosts);
  return check.ok ? check.url.href : check.problem.code;
}

const path = (length: number) => `https://cal.com/${"a".repeat(length - "https://cal.com/".length)}`;

test.each<[string, string]>([
  // As it should be
  ["https://cal.com/tess", "https://cal.com/tess"],
  ["https://cal.com/tess/30min", "https://cal.com/tess/30min"],
  ["https://cal.com/tess/30min?duration=15", "https://cal.com/tess/30min?duration=15"],
  ["https://cal.com/tess#x", "https://cal.com/tess#x"],
  ["https://app.cal.com/tess", "https://app.cal.com/tess"],
  ["https://www.cal.com/tess", "https://www.cal.com/tess"],
  ["https://acme.cal.com/tess/30min", "https://acme.cal.com/tess/30min"],
  ["https://a.b.cal.com/tess", "https://a.b.cal.com/tess"],
  ["https://cal.eu/tess", "https://cal.eu/tess"],
  ["https://app.cal.eu/tess", "https://app.cal.eu/tess"],
  ["https://cal.com/d/abc/30min", "https://cal.com/d/abc/30min"],
  ["https://cal.com/tess+ada/30min", "https://cal.com/tess+ada/30min"],
  // Tolerated
  ["  https://cal.com/tess  ", "https://cal.com/tess"],
  ["\thttps://cal.com/tess\n", "https://cal.com/tess"],
  ["cal.com/tess", "https://cal.com/tess"],
  ["CAL.COM/tess", "https://cal.com/tess"],
  ["HTTPS://CAL.COM/Tess", "https://cal.com/Tess"],
  ["//cal.com/tess", "https://cal.com/tess"],
  ["/cal.com/tess", "https://cal.com/tess"],
  ["https:cal.com/tess", "https://cal.com/tess"],
  ["https://cal.com:443/tess", "https://cal.com/tess"],
  ["https://cal.com./tess", "https://cal.com/tess"],
  ["https://ｃａｌ.com/tess", "https://cal.com/tess"],
  // Own hosts
  ["https://cal.corp.example/tess", "https://cal.corp.example/tess"],
  ["https://cal.corp.example:8443/tess", "https://cal.corp.example:8443/tess"],
  ["cal.corp.example:8443/tess", "https://cal.corp.example:8443/tess"],
  ["https://x.team.example/tess", "https://x.team.example/tess"],
  ["http://localhost:3000/tess", "http://localhost:3000/tess"],
  ["localhost:3000/tess", "https://localhost:3000/tess"],
  // No address
  ["", "empty"],
  ["   ", "empty"],
  ["tess", "not-a-link"],
  ["tess/30min", "not-a-link"],
  ["https://", "not-a-link"],
  ["https:///", "not-a-link"],
  ["https://cal.com /tess", "not-a-link"],
  ["https://cal.com/tess tech", "not-a-link"],
  ["cal.com/tess\ncal.com/ada", "not-a-link"],
  ["https://cal..com:x/tess", "not-a-link"],
  ["https://[::1/tess", "not-a-link"],
  ["javascript:alert(1)", "not-a-link"],
  ["javascript://cal.com/%0aalert(1)", "not-https"],
  ["data:text/html,hello", "not-a-link"],
  ["blob:https://cal.com/tess", "not-a-link"],
  ["mailto:tess@cal.com", "not-a-link"],
  ["file:///cal.com/tess", "not-a-link"],
  // Not https
  ["http://cal.com/tess", "not-https"],
  ["http://cal.corp.example/tess", "not-https"],
  ["ftp://cal.com/tess", "not-https"],
  ["ws://cal.com/tess", "not-https"],
  ["chrome-extension://cal.com/tess", "not-https"],
  ["http://localhost.evil.example/tess", "not-https"],
  ["http://127.0.0.1.evil.example/tess", "not-https"],
  // Names and passwords
  ["https://tess@cal.com/tess", "has-credentials"],
  ["https://tess:pw@cal.com/tess", "has-credentials"],
  ["https://cal.com@evil.example/tess", "has-credentials"],
  ["https://cal.com:pw@evil.example/tess", "has-credentials"],
  ["cal.com@evil.example/tess", "has-credentials"],
  // Other hosts, and hosts that only look the part
  ["https://evil.example/cal.com/tess", "host-not-allowed"],
  ["https://cal.com.evil.example/tess", "host-not-allowed"],
  ["https://evilcal.com/tess", "host-not-allowed"],
  ["https://cal.com-evil.example/tess", "host-not-allowed"],
  ["https://cal.co/tess", "host-not-allowed"],
  ["https://cal.comm/tess", "host-not-allowed"],
  ["https://cal.com:8443/tess", "host-not-allowed"],
  ["https://app.cal.com:8443/tess", "host-not-allowed"],
  ["https://cal.com\\.evil.example/tess", "https://cal.com/.evil.example/tess"],
  ["https://evil.example\\@cal.com/tess", "host-not-allowed"],
  ["https://evil.example#@cal.com/tess", "host-not-allowed"],
  ["https://evil.example?@cal.com/tess", "host-not-allowed"],
  ["https://cаl.com/tess", "host-not-allowed"], // a Cyrillic а
  ["https://xn--cl-7kc.com/tess", "host-not-allowed"],
  ["https://cal。com.evil.example/tess", "host-not-allowed"],
  ["https://cal.corp.example:9443/tess", "host-not-allowed"],
  ["https://sub.cal.corp.example/tess", "host-not-allowed"],
  ["https://team.example/tess", "host-not-allowed"],
  ["https://eteam.example/tess", "host-not-allowed"],
  ["http://localhost/tess", "host-not-allowed"],
  ["http://localhost:3001/tess", "host-not-allowed"],
  ["http://127.0.0.1:3000/tess", "host-not-allowed"],
  ["https://1.1.1.1/tess", "host-not-allowed"],
  // No calendar
  ["https://cal.com", "https://cal.com/"], // whether it is a calendar, its scheduler knows
  ["https://noc.cal.com/#tess", "https://noc.cal.com/#tess"],
  // Length
  [path(MAX_LINK_LENGTH), path(MAX_LINK_LENGTH)],
  [` ${path(MAX_LINK_LENGTH)} `, path(MAX_LINK_LENGTH)],
  [path(MAX_LINK_LENGTH + 1), "too-long"],
])("%s", (typed, expected) => expect(read(typed)).toBe(expected));

test("the longest link has 500 characters", () => expect(MAX_LINK_LENGTH).toBe(500));

test("the host that is not allowed is told, with its port", () => {
  expect(checkLink("https://cal.corp.example:9443/tess", HOSTS)).toEqual({
    ok: false,
    problem: { code: "host-not-allowed", host: "cal.corp.example:9443" },
  });
});

describe("the allow-list", () => {
  test.each<[string, string, boolean]>([
    ["https://127.0.0.1:3000/a", "127.0.0.1:3000", true],
    ["https://[::1]:3000/a", "[::1]:3000", true],
    ["https://cal.example/a", "CAL.example", true],
    ["https://cal.example/a", " cal.example ", true],
    ["https://cal.example./a", "cal.example", false],
    ["https://cal.example/a", "*.cal.example", false],
    ["https://cal.example/a", "*", false],
    ["https://cal.example/a", "*.", false],
    ["https://cal.example/a", "", false],
    ["https://cal.example/a", "cal.example/a", false],
    ["https://cal.example/a", "example", false],
    ["https://käl.example/a", "käl.example", true],
    ["https://xn--kl-via.example/a", "käl.example", true],
    ["https://käl.example/a", "xn--kl-via.example", true],
    ["https://b.käl.example/a", "*.käl.example", true],
    ["https://käl.example/a", "kal.example", false],
  ])("%s with %j: %s", (url, entry, allowed) => {
    expect(isAllowedHost(new URL(url), [entry])).toBe(allowed);
  });

  test("empty, it allows nothing", () => expect(read("https://cal.com/tess", [])).toBe("host-not-allowed"));
});

test("whatever is typed: what passes is https (or loopback), on the list, without credentials", () => {
  const part = fc.constantFrom(
    ..."https: http: // / cal.com .cal.com evil.example @ : \\ # ? . *. % 8443 javascript: tess \t \n \u3002 \u2044".split(
      " ",
    ),
    " ",
  );
  const typed = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const check = checkLink(text, ["cal.com", "*.cal.com"]);
      if (!check.ok) return;
      expect(check.url.protocol).toBe("https:");
      expect(check.url.host.replace(/\.$/, "")).toMatch(/^(?:.+\.)?cal\.com$/);
      expect(check.url.username + check.url.password).toBe("");
    }),
    { numRuns: 5000 },
  );
});
