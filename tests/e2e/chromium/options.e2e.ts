import type { Page } from "@playwright/test";
import { cardOf, demo, expect, test } from "../fixtures";

test("a technician is added, found, edited, deleted and brought back", async ({ open }) => {
  const options = await open("options.html#technicians");
  await options.getByRole("button", { name: "Add technician" }).click();
  await options.getByLabel("E-mail", { exact: true }).fill(" tess@example.com ");
  await options.getByLabel("Name", { exact: true }).fill("Tess Tech");
  await options.getByLabel("Aliases").fill("tess, Tessie");
  const link = options.getByLabel("Booking link URL");
  await link.fill("  cal.com/tess/30min ");
  await expect(options.getByText("Cal.com event of tess: 30min")).toBeVisible();
  await expect(options.getByText("Will be saved as https://cal.com/tess/30min")).toBeVisible();
  await options.getByRole("button", { name: "Save" }).click();
  await expect(options.getByText("Saved Tess Tech.")).toBeVisible();
  expect(await stored(options, "technician:tess@example.com")).toMatchObject({
    email: "tess@example.com",
    aliases: ["tess", "Tessie"],
    link: "https://cal.com/tess/30min",
  });

  await options.getByLabel("Search technicians").fill("tessie");
  await expect(options.getByText("1 technician found")).toBeVisible();
  await options.getByRole("button", { name: "Edit Tess Tech" }).click();
  await options.getByLabel("Name", { exact: true }).fill("Tess Technician");
  await options.getByRole("button", { name: "Save" }).click();
  await expect(options.getByText("Saved Tess Technician.")).toBeVisible();

  await options.getByRole("button", { name: "Delete Tess Technician" }).click();
  await expect(options.getByText("Deleted Tess Technician.")).toBeVisible();
  expect(await stored(options, "technician:tess@example.com")).toBeUndefined();
  expect(await stored(options, "identity:tessie")).toBeUndefined();
  await options.getByRole("button", { name: "Undo" }).click();
  await expect(options.getByText("Tess Technician is back.")).toBeVisible();
  expect(await stored(options, "identity:tessie")).toEqual([{ email: "tess@example.com", kind: "alias" }]);
});

for (const [typed, words] of [
  ["http://cal.com/tess", "The link must begin with https://."],
  ["https://cal.com.evil.example/tess", "cal.com.evil.example is not among the allowed booking hosts."],
  ["https://tess@cal.com/tess", "The link must not contain a user name or password."],
  ["javascript:alert(1)", "This is not a web address."],
  ["https://cal.com/settings", "This address is no calendar."],
  [`https://cal.com/${"x".repeat(500)}`, "The link is longer than 500 characters."],
] as const) {
  test(`a link that cannot be used is refused in words: ${typed.slice(0, 40)}`, async ({ open }) => {
    const options = await open("options.html#my-link");
    await options.getByLabel("Your e-mail").fill("tess@example.com");
    await options.getByLabel("Booking link URL").fill(typed);
    await options.getByRole("button", { name: "Save booking link" }).click();
    await expect(options.getByText(words)).toBeVisible();
    await expect(options.getByLabel("Booking link URL")).toHaveAttribute("aria-invalid", "true");
    expect(await stored(options, "technician:tess@example.com")).toBeUndefined();
  });
}

test("the own link, in one field: the card is on the own tickets at once", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  const { technicians: _, ...rest } = demo(portal, scheduler) as { technicians: unknown };
  await configure(rest);
  await page.goto(`${portal.origin}/agent/tickets/123`);
  const options = await open("options.html#my-link");
  await options.getByLabel("Your e-mail").fill("tess@example.com");
  await options.getByLabel("Your name").fill("Tess Tech");
  await options.getByLabel("Booking link URL").fill(`${scheduler.origin}/tess/30min`);
  await options.getByRole("button", { name: "Save booking link" }).click();
  await expect(cardOf(page).text).toContainText("tess@example.com");
});

test('"Try it" opens the calendar without a ticket', async ({
  open,
  context,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#technicians");
  const opened = context.waitForEvent("page");
  await options.getByRole("button", { name: "Try it: calendar of Tess Tech" }).click();
  const window = await opened;
  await expect(window.getByRole("heading", { name: "Book a call with Tess Tech" })).toBeVisible();
  await expect(window.frameLocator("iframe").getByTestId("day").first()).toBeVisible();
});

test("an import is previewed: added, changed and skipped with the reason; nothing is half-applied", async ({
  open,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#backup");
  await options.getByLabel("Or paste the document").fill(
    JSON.stringify({
      version: 1,
      technicians: [
        { email: "tess@example.com", name: "Tess Tech", link: "https://cal.com/tess" },
        { email: "ada@example.com", name: "Ada Visitor", link: "https://cal.com/ada" },
        { email: "nobody", link: "https://cal.com/nobody" },
        { email: "evil@example.com", link: "https://evil.example/me" },
      ],
      portals: [{ id: "everything", name: "Everything", origin: "https://*" }],
      teams: [{ id: "noc" }],
    }),
  );
  await options.getByRole("button", { name: "Check" }).click();
  const preview = options.getByRole("region", { name: "What the import would do" });
  await expect(preview).toContainText("1 is addedAda Visitor");
  await expect(preview).toContainText("1 is changedTess Tech");
  await expect(preview).toContainText("technicians[2].email");
  await expect(preview).toContainText(
    "technicians[3].link: the link’s host is not among the allowed booking hosts",
  );
  await expect(preview).toContainText("portals[0].origin: is not the address of a site");
  await expect(preview).toContainText("teams");
  expect(await stored(options, "technician:ada@example.com")).toBeUndefined();

  await preview.getByRole("button", { name: "Import" }).click();
  await expect(options.getByText("Imported.")).toBeVisible();
  expect(await stored(options, "technician:ada@example.com")).toMatchObject({ link: "https://cal.com/ada" });
  expect(await stored(options, "technician:evil@example.com")).toBeUndefined();
  expect((await stored(options, "portals")) as unknown[]).toHaveLength(2);

  const download = options.waitForEvent("download");
  await options.getByRole("button", { name: "Export callcard.json" }).click();
  const exported = JSON.parse(await readAll(await (await download).createReadStream()));
  expect(exported.teams).toEqual([{ id: "noc" }]);
  expect(exported.technicians.map(({ email }: { email: string }) => email)).toContain("ada@example.com");
});

test("stored data that is broken: the rest works, and the broken part can be downloaded", async ({
  page,
  open,
  portal,
  scheduler,
  configure,
}) => {
  await configure(demo(portal, scheduler));
  const options = await open("options.html#backup");
  await options.evaluate(async () => {
    await chrome.storage.local.set({ share: "nonsense", "technician:rob@example.com": 7 });
  });
  await options.reload();
  await expect(options.getByText("Stored values that cannot be read")).toBeVisible();
  const download = options.waitForEvent("download");
  await options.getByRole("button", { name: "Download unreadable values" }).click();
  const kept = JSON.parse(await readAll(await (await download).createReadStream()));
  expect(kept).toMatchObject({ share: "nonsense", "technician:rob@example.com": 7 });
  await page.goto(`${portal.origin}/agent/tickets/123`);
  await expect(cardOf(page).book).toBeVisible();
});

function stored(page: Page, key: string): Promise<unknown> {
  return page.evaluate(async (key) => (await chrome.storage.local.get(key))[key], key);
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
