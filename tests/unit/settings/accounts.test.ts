import { describe, expect, test } from "vitest";
import { Account, accountOf } from "../../../lib/settings/accounts";

const account = (link: string) =>
  Account.parse({
    id: link,
    scheduler: link.includes("calendly") ? "calendly" : "cal-com",
    api: "https://api.example/",
    owner: { name: "Tess Tech", email: "tess@example.com", timeZone: null, link },
  });

describe("an account owns its owner's links alone", () => {
  test.each<[string, string, boolean]>([
    ["https://calendly.com/tess", "https://calendly.com/tess", true],
    ["https://calendly.com/tess", "https://www.calendly.com/Tess/30min", true],
    ["https://calendly.com/tess", "https://calendly.com/tessa", false],
    ["https://calendly.com/tess", "https://calendly.com/d/abc/tess", false],
    ["https://calendly.com/tess", "https://calendly.com.evil.example/tess", false],
    ["https://calendly.com/tess", "http://calendly.com/tess", false],
    ["https://calendly.com/tess", "https://cal.com/tess", false],
    ["https://cal.com/tess", "https://app.cal.com/tess/30min", true],
    ["https://cal.com/tess", "https://cal.eu/tess/30min", false],
    ["https://cal.com/tess", "https://cal.com/team/tess", false],
    ["https://cal.example.com/tess", "https://cal.example.com/tess/30min", true],
    ["https://cal.example.com/tess", "https://cal.example.com:8443/tess", false],
    ["https://calendly.com/", "https://calendly.com/", false],
  ])("%s and %s: %s", (owner, link, owns) => {
    expect(accountOf(new URL(link), [account(owner)]) !== null).toBe(owns);
  });
});
