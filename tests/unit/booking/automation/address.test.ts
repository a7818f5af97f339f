import { expect, test } from "vitest";
import { parseAddress } from "../../../../lib/booking/automation/address";

test.each([
  ["https://hooks.example.com/callcard?key=1", "https://hooks.example.com/callcard?key=1"],
  ["  https://hooks.example.com/a#part ", "https://hooks.example.com/a"],
  ["http://127.0.0.1:8080/hook", "http://127.0.0.1:8080/hook"],
  ["http://localhost/hook", "http://localhost/hook"],
])("%s is one", (typed, href) => {
  const parsed = parseAddress(typed);
  expect("url" in parsed && parsed.url.href).toBe(href);
});

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["hooks.example.com", "not-an-address"],
  ["javascript:alert(1)", "not-an-address"],
  ["https://", "not-an-address"],
  ["https://me:secret@hooks.example.com/", "not-an-address"],
  ["https://*.example.com/", "not-an-address"],
  ["http://hooks.example.com/", "not-https"],
  ["http://127.0.0.1.example.com/", "not-https"],
])("%s is none: %s", (typed, problem) => {
  expect(parseAddress(typed)).toEqual({ problem });
});
