import type { Page } from "@playwright/test";
import type { Login, Redmine } from "./server";

/** Logs in through the login form. */
export async function logIn(page: Page, redmine: Redmine, login: Login): Promise<void> {
  await page.goto(`${redmine.origin}${redmine.basePath}/login`);
  await page.fill("#username", login);
  await page.fill("#password", redmine.users[login].password);
  await page.click("#login-submit");
  await page.waitForSelector("#loggedas", { state: "attached" });
}
