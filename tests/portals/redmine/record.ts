/**
 * Records the pages in `recorded/` anew from a real Redmine:
 * `npx tsx tests/portals/redmine/record.ts`
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "@playwright/test";
import { findChromium } from "../../setup/find-chromium.mjs";
import { logIn } from "./log-in";
import { type Login, type Redmine, startRedmine } from "./server";

interface Recording {
  file: string;
  as: Login;
  path: string;
  language?: "de";
}

await record();

async function record(): Promise<void> {
  const redmine = await startRedmine();
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({
      executablePath: findChromium() ?? chromium.executablePath(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    for (const { file, as, path, language } of recordings(redmine)) {
      await redmine.setLanguage(as, language ?? "en");
      const context = await browser.newContext();
      const page = await context.newPage();
      await logIn(page, redmine, as);
      await page.goto(`${redmine.origin}${redmine.basePath}${path}`);
      const html = await anonymisedHtml(page, redmine);
      writeFileSync(fileURLToPath(new URL(`recorded/${file}`, import.meta.url)), html);
      console.log(`${file}: ${Math.ceil(html.length / 1024)} KB`);
      await context.close();
    }
  } finally {
    await browser?.close();
    await redmine.close();
  }
}

function recordings({ issues }: Redmine): Recording[] {
  return [
    { file: "assigned.html", as: "tess", path: `/issues/${issues.assigned}` },
    { file: "assigned-german.html", as: "tess", path: `/issues/${issues.assigned}`, language: "de" },
    { file: "unassigned.html", as: "tess", path: `/issues/${issues.unassigned}` },
    { file: "unassigned-german.html", as: "tess", path: `/issues/${issues.unassigned}`, language: "de" },
    { file: "hostile.html", as: "tess", path: `/issues/${issues.hostile}` },
    { file: "customer.html", as: "ada", path: `/issues/${issues.assigned}` },
    { file: "edit.html", as: "tess", path: `/issues/${issues.assigned}/edit` },
    { file: "list.html", as: "tess", path: "/projects/help/issues" },
  ];
}

/** The page as a content script sees it, without what runs, loads, identifies or changes each time. */
async function anonymisedHtml(page: Page, redmine: Redmine): Promise<string> {
  const html = await page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    const unwanted =
      "script, style, link, noscript, iframe, input[name=authenticity_token], meta[name^=csrf], meta[http-equiv]";
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
  const head = `<!-- Redmine ${installedVersion()}, recorded ${day} -->\n<!DOCTYPE html>\n`;
  return `${head}${withoutPassingThings(html, redmine)}\n`;
}

/** Redmine's pages do not say it. */
function installedVersion(): string {
  return execFileSync("dpkg-query", ["--show", "redmine"], { encoding: "utf8" }).trim().split("\t")[1] ?? "5";
}

function withoutPassingThings(html: string, redmine: Redmine): string {
  return html
    .replaceAll(redmine.origin, "https://help.example.com")
    .replaceAll(encodeURIComponent(redmine.origin), encodeURIComponent("https://help.example.com"))
    .replace(/(name="[\w-]*form)-[0-9a-f]{8}"/g, (_, name) => `${name}-0"`)
    .replace(/\b(?:key=)[0-9a-f]{40}\b/g, `key=${"0".repeat(40)}`)
    .replace(/(less than a minute|\d+ minutes?)(?=<)/g, "1 minute")
    .replace(/(weniger als 1 Minute|\d+ Minuten?)(?=<)/g, "1 Minute")
    .replace(/\b\d{2}:\d{2}( [AP]M)?(?=")/g, (_, half = "") => `10:00${half}`)
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{2,}/g, "\n");
}
