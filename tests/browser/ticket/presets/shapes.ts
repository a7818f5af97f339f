import { expect } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import type { PageDefinition } from "../../../../lib/ticket/page-definition";
import type { Preset } from "../../../../lib/ticket/presets/preset";
import { readPage } from "../read-page";

const files = {
  ...import.meta.glob<string>("../../../portals/{shapes/*,*/recorded}/*.html", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  ...import.meta.glob<string>("../my-portal-*.html", { query: "?raw", import: "default", eager: true }),
};

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");

/** A page in recorded shape: `shape("znuny", "agent-assigned")`. */
function shape(product: string, name: string): string {
  const html = files[`../../../portals/shapes/${product}/${name}.html`];
  if (html === undefined) throw new Error(`no shape ${product}/${name}`);
  return html;
}

/** The same page as the overlay reads it. */
export function readShape(product: string, name: string, path: string) {
  return readPage(shape(product, name), `https://help.example.com${path}`);
}

/** Its own pages, and no page of any other product, carry the product's fingerprint. */
export function expectOwnPagesOnly(preset: Preset) {
  const recognised = Object.entries(files).filter(([, html]) => preset.recognise(parse(html)));
  const own = Object.keys(files).filter((path) => path.includes(`/shapes/${preset.id}/`));
  expect(own.length).toBeGreaterThan(0);
  expect(recognised.map(([path]) => path).sort()).toEqual(own.sort());
}

/** Where the card goes on a page: what stands there, and how the card is put. */
export function placeOn(product: string, name: string, page: PageDefinition | undefined) {
  if (!page) throw new Error(`no such page of ${product}`);
  const place = findPlace(parse(shape(product, name)), page);
  if (!place) throw new Error(`no place on ${product}/${name}`);
  expect(place.anchor.closest(page.exclude ?? "no-such-element")).toBeNull();
  return place;
}
