import { beforeEach, expect, test } from "vitest";
import { Account, accounts } from "../../../lib/settings/accounts";
import { portals } from "../../../lib/settings/items";
import { isNeeded } from "../../../lib/settings/needed-origins";
import { Portal } from "../../../lib/settings/portal";
import { webhook } from "../../../lib/settings/webhook";

const page = {
  kind: "ticket",
  url: "/tickets/:id",
  fields: {},
  lookup: { url: "https://page.example/{id}" },
};
const portal = Portal.parse({
  id: "help",
  name: "Help",
  origin: "https://help.example",
  pages: [page],
  lookup: { url: "https://who.example/{id}" },
});
const owner = { name: "Tess", email: "tess@example.com", timeZone: null, link: "https://calendly.com/tess" };
const account = Account.parse({ id: "a", scheduler: "calendly", api: "https://api.example/v2/", owner });

beforeEach(async () => {
  await portals.write([portal]);
  await accounts.write([account]);
  await webhook.write({ on: false, origin: "https://hooks.example", attendee: false, gone: false });
});

test.each(["help", "who", "page", "api", "hooks"])("%s.example is needed, until it is not", async (name) => {
  expect(await isNeeded(`https://${name}.example`)).toBe(true);
  await Promise.all([
    portals.write([]),
    accounts.write([]),
    webhook.update((now) => ({ ...now, origin: null })),
  ]);
  expect(await isNeeded(`https://${name}.example`)).toBe(false);
});

test("another site, or another port, is not", async () => {
  expect(await isNeeded("https://other.example")).toBe(false);
  expect(await isNeeded("https://help.example:8443")).toBe(false);
});
