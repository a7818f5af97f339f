import type { Page } from "@playwright/test";
import type { Login, RequestTracker } from "./server";

/** Logs in through the login form; the page then shows the person's home page. */
export async function logIn(page: Page, tracker: RequestTracker, login: Login): Promise<void> {
  // The form of the home page knows where to go next; that of NoAuth/Login.html
  // logs in as well, but then shows the form again.
  await page.goto(`${tracker.origin}${tracker.basePath}/`);
  await page.fill("input[name=user]", login);
  await page.fill("input[name=pass]", tracker.users[login].password);
  await page.click("#login input[type=submit]");
  await page.waitForSelector("span.current-user", { state: "attached" });
}
