import type { Browser, Page } from "puppeteer-core";
import { type FirefoxWithExtension, ID } from "../../setup/firefox";
import { expect } from "../fixtures";

/**
 * Firefox tells drivers nothing of what happens in extension pages: no loads, no frames, no errors (bug 1755014).
 * It answers when it is asked, by commands that Puppeteer sends for itself only.
 */
interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
  emit(event: string, parameters: object): void;
}

interface Context {
  context: string;
  url: string;
  children: Context[] | null;
}

function connectionOf(browser: Browser): Connection {
  return (browser as Browser & { connection: Connection }).connection;
}

async function contexts(browser: Browser, scope: "content" | "chrome"): Promise<Context[]> {
  const { result } = await connectionOf(browser).send("browsingContext.getTree", { "moz:scope": scope });
  return (result as { contexts: Context[] }).contexts;
}

/** Tells Puppeteer of the frames that stand in a tab of the extension now. */
export async function announceFrames(
  { browser, extensionUrl }: FirefoxWithExtension,
  path: string,
): Promise<void> {
  const found = (await contexts(browser, "content")).filter(({ url }) => url.startsWith(extensionUrl(path)));
  for (const { context, children } of found) {
    for (const child of children ?? []) {
      connectionOf(browser).emit("browsingContext.contextCreated", { ...child, parent: context });
    }
  }
}

/** Runs a script where the browser's own windows live. @returns its last value, a text */
async function inChrome(browser: Browser, expression: string): Promise<string> {
  const [context] = await contexts(browser, "chrome");
  const { result } = await connectionOf(browser).send("script.evaluate", {
    expression,
    target: { context: context?.context },
    awaitPromise: true,
  });
  return (result as { result: { value: string } }).result.value;
}

/** Stops the background, as Firefox does when it has nothing to do. */
export async function stopBackground({ browser }: FirefoxWithExtension): Promise<void> {
  const state = await inChrome(
    browser,
    `(async () => {
      const { extension } = WebExtensionPolicy.getByID("${ID}");
      await extension.terminateBackground({ disableResetIdleForTest: true });
      return extension.backgroundState;
    })()`,
  );
  expect(state).toBe("stopped");
}

/** The addresses of all tabs, also of those that show an error. */
export async function addressesOf({ browser }: FirefoxWithExtension): Promise<string[]> {
  const addresses = await inChrome(
    browser,
    `JSON.stringify([...Services.wm.getEnumerator("navigator:browser")].flatMap(({ gBrowser }) =>
      gBrowser.browsers.map(({ currentURI }) => currentURI.spec)))`,
  );
  return JSON.parse(addresses) as string[];
}

/** Errors, warnings and policy violations of the extension, in its pages and in its background, so far. */
async function scriptErrors({ browser, extensionUrl }: FirefoxWithExtension): Promise<string[]> {
  const expression = `JSON.stringify(Services.console.getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith("${extensionUrl("")}"))
    .map(({ errorMessage }) => errorMessage))`;
  return JSON.parse(await inChrome(browser, expression)) as string[];
}

/**
 * Watches the browser's console for everything that the extension, or a page, has to complain of.
 * @returns asks for the complaints until now; `page` is any page of the extension
 */
export function watchConsole(firefox: FirefoxWithExtension): (page: Page) => Promise<string[]> {
  let output = "";
  firefox.browser.process()?.stdout?.on("data", (chunk) => (output += chunk));
  const printed = () => output.match(/^console\.(?:error|warn|assert).*$/gm) ?? [];

  return async (page) => {
    // Marks at the end of both: what comes before them is all there is, and it shows that errors would be seen.
    const mark = `end ${crypto.randomUUID()}`;
    await page.evaluate((mark) => {
      console.error(mark);
      reportError(new Error(mark));
    }, mark);
    await expect.poll(printed).toContainEqual(expect.stringContaining(mark));
    await expect.poll(() => scriptErrors(firefox)).toContainEqual(expect.stringContaining(mark));
    return [...printed(), ...(await scriptErrors(firefox))].filter((line) => !line.includes(mark));
  };
}
