import { readLabel } from "../../../lib/ticket/labels/read-label";
import { specialValue } from "../../../lib/ticket/labels/words";
import { matchUrl } from "../../../lib/ticket/match-url";
import type { Scope } from "../../../lib/ticket/read-field";
import type { TaughtField } from "../../../lib/ticket/teach/draft";
import { lookAt } from "../../../lib/ticket/teach/look-at";
import { threadSelectors } from "../../../lib/ticket/teach/thread";

const files = import.meta.glob<string>("../../portals/{shapes/*,*/recorded}/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A recorded page, or one in recorded shape: `recorded("shapes/znuny/agent-assigned")`. */
export function recorded(path: string): Document {
  const html = files[`../../portals/${path}.html`];
  if (html === undefined) throw new Error(`no page ${path}`);
  return parse(html);
}

export function parse(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** Where things are read on a page, with what is never read there. */
export function scopeOf(document: Document, id = "42"): Scope {
  const groups = matchUrl("/t/:id", new URL(`https://help.example.com/t/${id}`)) ?? {};
  return {
    root: document,
    exclude: threadSelectors(document, []).join(", "),
    groups,
    labels: readLabel,
    specialValue,
  };
}

/** Points at the element that a selector of the test finds. */
export function pointAt(document: Document, field: TaughtField, css: string, id = "42") {
  const element = document.querySelector(css);
  if (!element) throw new Error(`nothing at ${css}`);
  return lookAt(field, element, scopeOf(document, id), id);
}
