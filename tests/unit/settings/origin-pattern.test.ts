import { describe, expect, test } from "vitest";
import { isLoopback, originPattern, parsePortalOrigins } from "../../../lib/settings/origin-pattern";

test.each<[string, string, string]>([
  ["https://help.example.com", "https://help.example.com/*", "https://help.example.com/*"],
  ["https://help.example.com:8443", "https://help.example.com:8443/*", "https://help.example.com/*"],
  ["http://127.0.0.1:3000", "http://127.0.0.1:3000/*", "http://127.0.0.1/*"],
  ["http://[::1]:3000", "http://[::1]:3000/*", "http://[::1]/*"],
])("%s is %s in Chromium and %s in Firefox", (origin, chromium, firefox) => {
  expect(originPattern(origin, "chrome")).toBe(chromium);
  expect(originPattern(origin, "firefox")).toBe(firefox);
});

test.each<[string, boolean]>([
  ["localhost", true],
  ["help.localhost", true],
  ["127.0.0.1", true],
  ["127.1.2.3", true],
  ["[::1]", true],
  ["localhost.evil.example", false],
  ["notlocalhost", false],
  ["127.0.0.1.evil.example", false],
  ["128.0.0.1", false],
  ["10.0.0.1", false],
  ["", false],
])("%s is this machine: %s", (host, expected) => expect(isLoopback(host)).toBe(expected));

describe("the origins of a tenant build", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["  \n ", []],
    ["https://help.example.com", ["https://help.example.com"]],
    [
      "https://a.example/x, http://b.example:81 ,https://a.example",
      ["https://a.example", "http://b.example:81"],
    ],
  ])("%j", (text, origins) => expect(parsePortalOrigins(text)).toEqual(origins));

  test.each([
    "help.example.com",
    "ftp://help.example.com",
    "https://",
    "https://a.example b",
    "https://*",
    "https://*.a.example",
  ])("%j stops the build, and names what is wrong", (text) =>
    expect(() => parsePortalOrigins(text)).toThrow(/CALLCARD_PORTALS: ".+" is not a web address/),
  );
});
