import type { Page } from "@playwright/test";

export interface GivenAccount {
  scheduler: "Calendly" | "Cal.com on a server of your own";
  token: string;
  /** Where the API is. */
  api: string;
  /** Where people book, on a server of one's own. */
  site?: string;
}

/** Types an account into the form of the options page, and sends it. */
export async function typeAccount(
  options: Page,
  { scheduler, token, api, site }: GivenAccount,
): Promise<void> {
  const form = options.getByRole("form", { name: "New account" });
  if (!(await form.isVisible())) await options.getByRole("button", { name: "Add account" }).click();
  await form.getByLabel("Scheduler").selectOption(scheduler);
  if (site) await form.getByLabel("Address of your Cal.com").fill(site);
  await form.getByLabel(/^(?:Personal access token|API key)$/).fill(token);
  const address = form.getByLabel("API address");
  if (!(await address.isVisible())) await form.getByText("Advanced").click();
  await address.fill(api);
  await form.getByRole("button", { name: "Check and save" }).click();
}

/** Adds an account on the options page, as a person does. */
export async function addAccount(options: Page, account: GivenAccount): Promise<void> {
  await typeAccount(options, account);
  await options.getByText(/^Saved the account of /).waitFor();
}
