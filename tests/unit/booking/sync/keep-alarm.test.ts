import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keepSyncAlarm, SYNC_ALARM } from "../../../../lib/booking/sync/keep-alarm";
import { Account, accounts } from "../../../../lib/settings/accounts";

const account = (given: object = {}) =>
  Account.parse({
    id: "a",
    scheduler: "cal-com",
    api: "https://api.cal.com/v2/",
    owner: { name: "Tess", email: "tess@example.com", timeZone: null, link: "https://cal.com/tess" },
    ...given,
  });
const isSet = async () => (await fakeBrowser.alarms.get(SYNC_ALARM)) !== undefined;

beforeEach(() => fakeBrowser.alarms.clearAll());

test.each<[string, Account[], boolean]>([
  ["no account", [], false],
  ["one", [account()], true],
  ["one that is not kept in step", [account({ sync: false })], false],
  ["one whose token is refused", [account({ refused: true })], false],
  ["one of several", [account({ sync: false }), account({ id: "b" })], true],
])("%s: is the alarm set?", async (_, kept, expected) => {
  await accounts.write(kept);
  await keepSyncAlarm();
  expect(await isSet()).toBe(expected);
  await accounts.write([account()]);
  await keepSyncAlarm();
  await accounts.write(kept);
  await keepSyncAlarm();
  expect(await isSet()).toBe(expected);
});

test("every quarter of an hour; one that is set is not put off by each start of the background", async () => {
  await accounts.write([account()]);
  const create = vi.spyOn(fakeBrowser.alarms, "create");
  for (let start = 0; start < 3; start++) await keepSyncAlarm();
  expect(create.mock.calls).toEqual([[SYNC_ALARM, { delayInMinutes: 1, periodInMinutes: 15 }]]);
});
