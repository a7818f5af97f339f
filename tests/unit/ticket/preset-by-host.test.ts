import { expect, test } from "vitest";
import { presetByHost, presets } from "../../../lib/ticket/presets";

test.each([
  ["app.hubspot.com", "hubspot"],
  ["app-eu1.hubspot.com", "hubspot"],
  ["app2.greenhouse.io", "greenhouse"],
  ["hire.lever.co", "lever"],
  ["hire.sandbox.lever.co", "lever"],
  ["example.zendesk.com", "zendesk"],
  ["example.atlassian.net", "jira"],
  ["example.freshservice.com", "freshdesk"],
  ["example.syncromsp.com", "syncro"],
  ["app.chatwoot.com", "chatwoot"],
])("%s is %s", (host, id) => expect(presetByHost(host)?.id).toBe(id));

test.each([
  "hubspot.com",
  "app.hubspot.com.example.com",
  "evilhubspot.com",
  "app.hire.lever.co",
  "lever.co",
  "help.example.com",
])("%s is no product's", (host) => expect(presetByHost(host)).toBeNull());

test("no two products have the same hosts, and each host has an example", () => {
  for (const preset of presets.filter(({ hosts }) => hosts)) {
    const hosts = preset.examples.tickets.map((address) => new URL(address).hostname);
    expect(hosts.map(presetByHost)).toContain(preset);
    const elsewhere = hosts.map(presetByHost).filter((found) => found !== null && found !== preset);
    expect(elsewhere).toEqual([]);
  }
});
