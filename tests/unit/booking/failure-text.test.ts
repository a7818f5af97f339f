import { expect, test } from "vitest";
import { failureText } from "../../../lib/booking/failure-text";

test.each([
  ["offline", null, "You are offline."],
  ["silence", null, "The calendar did not answer."],
  ["refused", "404", "does not exist (error 404). Tess Tech may have changed"],
  ["refused", "500", "could not show this calendar (error 500)"],
  ["refused", null, "could not show this calendar (error ?)"],
] as const)("%s %s: %s", (cause, code, words) => {
  expect(failureText({ step: "failed", cause, code }, "Tess Tech")).toContain(words);
});
