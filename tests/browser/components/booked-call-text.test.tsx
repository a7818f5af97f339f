import { expect, test } from "vitest";
import { BookedCallText } from "../../../components/BookedCallText";
import css from "../../../components/card.css?inline";
import { describeTimes } from "../../../lib/booking/describe-times";
import type { BookedCall } from "../../../lib/booking/outcome";
import { uiLocale } from "../../../lib/ui-locale";
import { call, problems, show } from "./show";

/** The lines of a call, and its state. */
async function lines(given: Partial<BookedCall>): Promise<[string | undefined, ...string[]]> {
  const { root } = await show(<BookedCallText call={call(given)} />, { css, shadow: true });
  const booked = root.querySelector<HTMLElement>(".booked");
  expect(await problems(root)).toEqual([]);
  return [booked?.dataset.state, ...[...root.querySelectorAll("p")].map(({ textContent }) => textContent)];
}

const times = describeTimes(call(), uiLocale());
const utc = describeTimes(call({ timeZone: null }), uiLocale());

test("a booked call has both times", async () => {
  expect(await lines({})).toEqual([
    "accepted",
    "Call booked",
    `${times?.yours} (your time)`,
    `${times?.theirs} for Tess Tech (America/New_York)`,
  ]);
});
test("without a name the address stands there", async () => {
  const told = await lines({ technician: { email: "tess@example.com", name: "" } });
  expect(told.at(-1)).toContain("for tess@example.com (");
});
test("in an unknown zone there is UTC", async () => {
  expect(await lines({ timeZone: null })).toContain(`${utc?.theirs} UTC`);
});
test("a call that has to be confirmed is not called booked", async () => {
  const [state, heading, , , last] = await lines({ status: "pending" });
  expect([state, heading, last]).toEqual(["pending", "Call requested", "Tess Tech still has to confirm it."]);
});
test("a call that has to be paid is not called booked", async () => {
  const [state, heading, , , last] = await lines({ paymentRequired: true, status: "pending" });
  expect([state, heading]).toEqual(["payment", "Payment needed"]);
  expect(last).toContain("once it is paid");
});
test("without a time it says where the time is", async () => {
  expect(await lines({ start: null, end: null })).toEqual([
    "accepted",
    "Call booked",
    "The time is in the confirmation mail.",
  ]);
});
