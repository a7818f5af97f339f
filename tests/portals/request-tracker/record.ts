/**
 * Records the pages in `recorded/` anew from a real Request Tracker:
 * `npx tsx tests/portals/request-tracker/record.ts`
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "../../setup/find-chromium.mjs";
import { logIn } from "./log-in";
import { type Login, type RequestTracker, startRequestTracker } from "./server";

interface Recording {
  file: string;
  as: Login;
  path: string;
  /** What the page still loads when its load event has fired. */
  waitFor: string;
}

await record();

async function record(): Promise<void> {
  const tracker = await startRequestTracker();
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath: findChromium() ?? chromium.executablePath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    for (const recording of recordings(tracker)) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await logIn(page, tracker, recording.as);
      await page.goto(`${tracker.origin}${tracker.basePath}${recording.path}`);
      await page.waitForSelector(recording.waitFor, { state: "attached" });
      // The history slides open once it is there.
      await page.waitForFunction(() => !document.querySelector(".titlebox-content[style*='overflow']"));
      const html = await anonymisedHtml(page, tracker);
      const file = new URL(`recorded/${recording.file}`, import.meta.url);
      writeFileSync(fileURLToPath(file), html);
      console.log(`${recording.file}: ${Math.ceil(html.length / 1024)} KB`);
      await context.close();
    }
  } finally {
    await browser?.close();
    await tracker.close();
  }
}

function recordings({ tickets }: RequestTracker): Recording[] {
  const agent = "/Ticket/Display.html?id=";
  const waitFor = ".history .transaction";
  return [
    {
      file: "agent-assigned.html",
      as: "tess",
      path: `${agent}${tickets.assigned}`,
      waitFor,
    },
    {
      file: "agent-unowned.html",
      as: "tess",
      path: `${agent}${tickets.unowned}`,
      waitFor,
    },
    {
      file: "agent-hostile.html",
      as: "tess",
      path: `${agent}${tickets.hostile}`,
      waitFor,
    },
    {
      file: "self-service.html",
      as: "ada",
      path: `/SelfService/Display.html?id=${tickets.assigned}`,
      waitFor,
    },
    {
      file: "search-results.html",
      as: "tess",
      path: `/Search/Results.html?Query=${encodeURIComponent("Queue = 'General'")}`,
      waitFor: "tbody.list-item",
    },
  ];
}

/** The page as a content script sees it, without what runs, loads, identifies or changes each time. */
async function anonymisedHtml(page: Page, tracker: RequestTracker): Promise<string> {
  const version = await page.locator("#rtversion, #footer").allInnerTexts();
  const release = /\d+\.\d+\.\d+\S*/.exec(version.join(" "))?.[0] ?? "5";
  const html = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    const unwanted =
      "script, style, link, noscript, iframe, svg > *, .cke, input[name=CSRF_Token], input[name=next]";
    for (const element of root.querySelectorAll(unwanted)) element.remove();
    for (const element of root.querySelectorAll("*")) {
      for (const { name } of [...element.attributes]) {
        if (name.startsWith("on")) element.removeAttribute(name);
      }
    }
    const comments = document.createNodeIterator(root, NodeFilter.SHOW_COMMENT);
    while (comments.nextNode()) (comments.referenceNode as Comment).remove();
    return root.outerHTML;
  });
  const day = new Date().toISOString().slice(0, 10);
  const head = `<!-- Request Tracker ${release}, recorded ${day} -->\n<!DOCTYPE html>\n`;
  return `${head}${withoutPassingThings(html, tracker)}\n`;
}

function withoutPassingThings(html: string, tracker: RequestTracker): string {
  return html
    .replaceAll(tracker.origin, "https://help.example.com")
    .replaceAll(encodeURIComponent(tracker.origin), encodeURIComponent("https://help.example.com"))
    .replace(/\b[0-9a-f]{32}\b/g, "0".repeat(32))
    .replace(/(\/NoAuth\/\w+\/\w+\/)[0-9a-f]{16}\b/g, (_, path) => `${path}${"0".repeat(16)}`)
    .replace(/\bdp\d{13}\b/g, "dp0")
    .replace(/\b(\d+ )?(seconds?|minutes?) ago\b/g, "1 minute ago")
    .replace(/\b\d{2}:\d{2}:\d{2}\b/g, "10:00:00")
    .replace(/(Time to display: )[\d.]+/g, (_, label) => `${label}0.1`)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n");
}
