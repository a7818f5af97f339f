import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import formCss from "../../../components/form.css?inline";
import { Accounts, type AccountsProps } from "../../../components/options/Accounts";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import type { Look } from "../../../lib/booking/sync/looks";
import { Account } from "../../../lib/settings/accounts";
import { problems, show } from "./show";

const tess = Account.parse({
  id: "a",
  scheduler: "calendly",
  api: "https://api.calendly.com/",
  owner: { name: "Tess Tech", email: "tess@example.com", timeZone: null, link: "https://calendly.com/tess" },
  refused: true,
});
const given = (own: Partial<AccountsProps> = {}): AccountsProps => ({
  accounts: [tess],
  scopes: {
    a: [
      { scope: "event_types:read", allowed: true },
      { scope: "availability:read", allowed: false },
      { scope: "scheduling_links:write", allowed: "unknown" },
    ],
  },
  looks: {},
  onSave: async () => null,
  onAllow: async () => true,
  onChange: vi.fn(),
  onCheck: vi.fn(),
  onRemove: vi.fn(),
  ...own,
});
const showAccounts = (props = given(), dark = false) =>
  show(<Accounts {...props} />, { css: pageCss + formCss + optionsCss, shadow: false, dark });

test.each([false, true])("for everybody, dark: %s", async (dark) => {
  const { root, text } = await showAccounts(given(), dark);
  expect(text()).toContain("May not read free times: the scope availability:read is missing");
  expect(text()).toContain("Calendly no longer accepts the access token.");
  expect(await problems(root)).toEqual([]);
  await page.getByRole("button", { name: "Add account" }).click();
  expect(await problems(root)).toEqual([]);
});

test("a token goes only to https, or to this machine, and not without a token", async () => {
  const onSave = vi.fn(async () => null);
  await showAccounts(given({ accounts: [], onSave }));
  await page.getByRole("button", { name: "Add account" }).click();
  await page.getByLabelText("Scheduler").selectOptions("Cal.com on a server of your own");
  await page.getByLabelText("Address of your Cal.com").fill("http://cal.example.com");
  await page.getByRole("button", { name: "Check and save" }).click();
  await expect.element(page.getByText("Paste the access token.")).toBeVisible();
  await expect
    .element(page.getByText("This is not an address such as https://cal.example.com."))
    .toBeVisible();
  expect(onSave).not.toHaveBeenCalled();
  await page.getByLabelText("Address of your Cal.com").fill("https://cal.example.com");
  await page.getByLabelText("API key").fill(" cal_key ");
  await page.getByRole("button", { name: "Check and save" }).click();
  expect(onSave.mock.calls).toEqual([
    [
      {
        scheduler: "cal-com",
        api: "https://cal.example.com/api/v2/",
        token: "cal_key",
        site: "https://cal.example.com",
      },
      null,
    ],
  ]);
});

const at = "2026-11-20T12:00:00.000Z";
const well: Look = { at, changed: 0, problem: null, failures: 0, notBefore: null };
test.each<[string, Look | null, RegExp | null]>([
  ["never", null, /^Calendly was not asked yet/],
  ["nothing new", well, /^Last asked on .*: nothing had changed\.$/],
  ["one", { ...well, changed: 1 }, /: 1 call changed\.$/],
  ["several", { ...well, changed: 7 }, /: 7 calls changed\.$/],
  [
    "an error",
    { ...well, failures: 1, notBefore: at, problem: { cause: "server", status: 503, detail: "" } },
    /^Last asked on .*, without success: .*\(error 503\).* Not asked again before /,
  ],
])("kept in step, looked last: %s", async (_, look, words) => {
  const working = { ...tess, refused: false };
  const { root } = await showAccounts(given({ accounts: [working], looks: look ? { a: look } : {} }));
  await expect.element(page.getByText(words ?? "")).toBeVisible();
  await expect.element(page.getByText(/^Every 15 minutes CallCard asks Calendly/)).toBeVisible();
  expect(await problems(root)).toEqual([]);
});

test("kept in step or not: the choice is the person's; where it is off, or nobody can be asked, no look is told", async () => {
  const props = given({ accounts: [{ ...tess, refused: false }], looks: { a: well } });
  await showAccounts(props);
  await page.getByLabelText("Keep bookings in step").click();
  expect(props.onChange).toHaveBeenCalledWith(props.accounts[0], { sync: false });
  for (const one of [
    { ...tess, refused: true },
    { ...tess, refused: false, sync: false },
  ]) {
    const { text } = await showAccounts(given({ accounts: [one], looks: { a: well } }));
    expect(text()).not.toContain("Last asked");
  }
});
