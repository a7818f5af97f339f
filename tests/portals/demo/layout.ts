import { type Html, html } from "../../scheduler/html";
import type { Person } from "./tickets";

/** The colours that someone chose; null follows the system. */
export type Theme = "light" | "dark" | null;

/** What all pages have around their content. */
export interface Frame {
  title: string;
  /** Where the links of the header lead: `/agent`, `/app`, `/applications`, or empty for customers. */
  base: string;
  viewer: Person;
  theme: Theme;
  main: Html;
}

const homes: Readonly<Record<string, string>> = { "": "My tickets", "/applications": "Applications" };

/** A whole page of the help desk. */
export function layout({ title, base, viewer, theme, main }: Frame): Html {
  const home = base === "/applications" ? `${base}/caster` : `${base}/tickets`;
  const other = theme === "dark" ? "light" : "dark";
  return html`<!doctype html>
<html lang="en"${theme ? html` data-theme="${theme}"` : null}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${title} – Example Help Desk</title>
    <link rel="icon" href="/assets/icon.svg">
    <link rel="stylesheet" href="/assets/portal.css">
    <link rel="stylesheet" href="/assets/ticket.css">
    ${base === "/app" && html`<script type="module" src="/assets/app.js"></script>`}
    ${base === "/applications" && html`<script type="module" src="/assets/applications.js"></script>`}
  </head>
  <body>
    <a class="skip" href="#main">Skip to content</a>
    <header class="top">
      <a class="brand" href="${home}"><img src="/assets/icon.svg" alt="" width="28" height="28"> Example Help Desk</a>
      <nav aria-label="Main">
        <a href="${home}">${homes[base] ?? "Tickets"}</a>
        <a href="?theme=${other}" data-theme-switch>${other === "dark" ? "Dark" : "Light"} theme</a>
      </nav>
      <p class="viewer">
        <span data-field="viewer-name">${viewer.name}</span>
        <span class="muted" data-field="viewer-email">${viewer.email}</span>
      </p>
    </header>
    ${main}
  </body>
</html>
`;
}
