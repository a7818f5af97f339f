import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { demoConfiguration } from "../portals/demo/configuration";
import { startDemoPortal } from "../portals/demo/server";
import { startCalCom } from "../scheduler/cal-com";
import { startCalendly } from "../scheduler/calendly";
import { addAccount } from "./add-account";
import { bookByHand } from "./book-by-hand";
import { bookInCallCard } from "./book-in-callcard";
import { buildExtension } from "./build";
import { startChromium } from "./chromium";
import { importConfiguration } from "./import-configuration";

/**
 * `npm start`: the main job with no account. Builds the extension, starts the demo portal and a local Cal.com, and opens
 * a browser with both set up, on a ticket. With no display it makes the booking itself and leaves screenshots.
 *
 * `npm start -- --calendly`: Tess's calendar is at a local Calendly, and her account in the options: times are chosen in
 * CallCard.
 *
 * `npm start -- --portal https://help.example.com --technician tess@example.com=https://cal.com/tess` opens one's own
 * portal instead.
 */
const { values } = parseArgs({
  options: {
    portal: { type: "string" },
    calendly: { type: "boolean", default: false },
    technician: { type: "string", multiple: true, default: [] },
    headless: { type: "boolean", default: false },
  },
});
const screenshots = fileURLToPath(new URL("../../screenshots/", import.meta.url));
const hasDisplay =
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = values.headless || !hasDisplay;

await (values.portal
  ? ownPortal(values.portal, values.technician)
  : values.calendly
    ? demoWithCalendly()
    : demo());

async function demo(): Promise<void> {
  say("Starting the demo portal and a local Cal.com …");
  const [portal, scheduler] = await Promise.all([startDemoPortal(), startCalCom()]);
  const browser = await open("http://127.0.0.1");
  try {
    const configuration = demoConfiguration({ portal: portal.origin, scheduler: scheduler.origin });
    await importConfiguration(browser, configuration);
    const page = await browser.context.newPage();
    await page.goto(`${portal.origin}/agent/tickets/123`);
    say(`Ticket #123 of the demo portal: ${page.url()}`);
    if (headless) await bookByHand(page, scheduler, screenshots, say);
    else await untilClosed(browser);
  } finally {
    await browser.close();
    await Promise.all([portal.close(), scheduler.close()]);
  }
}

async function demoWithCalendly(): Promise<void> {
  say("Starting the demo portal and a local Calendly …");
  const [portal, calendly] = await Promise.all([startDemoPortal(), startCalendly()]);
  const browser = await open("http://127.0.0.1");
  try {
    const configuration = demoConfiguration({ portal: portal.origin, scheduler: calendly.origin });
    const tess = {
      email: "tess@example.com",
      name: "Tess Tech",
      aliases: ["tess"],
      link: `${calendly.origin}/tess`,
    };
    await importConfiguration(browser, { ...configuration, technicians: [tess] });
    const options = await browser.context.newPage();
    await options.goto(`chrome-extension://${browser.extensionId}/options.html#accounts`);
    await addAccount(options, {
      scheduler: "Calendly",
      token: calendly.token,
      api: `${calendly.apiOrigin}/`,
    });
    if (!headless) await options.close();
    const page = await browser.context.newPage();
    await page.goto(`${portal.origin}/agent/tickets/123`);
    say(`Ticket #123 of the demo portal: ${page.url()}`);
    say(`The account's token, for the options: ${calendly.token} (API address ${calendly.apiOrigin}/)`);
    if (headless) await bookInCallCard(page, options, calendly, screenshots, say);
    else await untilClosed(browser);
  } finally {
    await browser.close();
    await Promise.all([portal.close(), calendly.close()]);
  }
}

async function ownPortal(address: string, technicians: readonly string[]): Promise<void> {
  const url = new URL(address);
  const parsed = technicians.map((technician) => {
    const [, email = "", link = ""] = /^([^=]+)=(.+)$/.exec(technician) ?? [];
    if (!URL.canParse(link)) throw new Error(`--technician: "${technician}" is not e-mail=https://link`);
    return { email, link };
  });
  const browser = await open(url.origin);
  try {
    await importConfiguration(browser, {
      version: 1,
      technicians: parsed,
      bookingHosts: parsed.map(({ link }) => new URL(link).host),
    });
    const page = await browser.context.newPage();
    const reached = await page.goto(url.href).catch(() => null);
    say(
      reached
        ? `Your portal: ${page.url()}. Sign in and open a ticket.`
        : `${url.href} does not answer. Is the address right, and can this machine reach it?`,
    );
    if (!headless) return await untilClosed(browser);
    await mkdir(screenshots, { recursive: true });
    await page.screenshot({ path: `${screenshots}own-portal.png` });
    say(`There is no display to show it on. What it looks like: ${screenshots}own-portal.png`);
  } finally {
    await browser.close();
  }
}

async function open(origin: string) {
  say("Building the extension …");
  const extension = await buildExtension("start", [origin]);
  say(headless ? "Starting Chromium without a display …" : "Starting Chromium …");
  return startChromium({ extension, headless, viewport: headless ? { width: 1280, height: 900 } : null });
}

async function untilClosed({ context }: Awaited<ReturnType<typeof open>>): Promise<void> {
  say("Close the browser to end.");
  await new Promise<void>((resolve) => {
    context.on("close", () => resolve());
    process.on("SIGINT", () => resolve());
  });
}

function say(line: string): void {
  console.log(line);
}
