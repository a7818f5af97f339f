import { expect } from "vitest";
import { findPlace } from "../../../../lib/ticket/find-place";
import { readLabel } from "../../../../lib/ticket/labels/read-label";
import { matchUrl } from "../../../../lib/ticket/match-url";
import type { PageDefinition } from "../../../../lib/ticket/page-definition";
import { presetByHost } from "../../../../lib/ticket/presets";
import type { Preset } from "../../../../lib/ticket/presets/preset";
import { readTicket } from "../../../../lib/ticket/read-ticket";
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
export function shape(product: string, name: string): string {
  const html = files[`../../../portals/shapes/${product}/${name}.html`];
  if (html === undefined) throw new Error(`no shape ${product}/${name}`);
  return html;
}

/** The same page as the overlay reads it. */
export function readShape(product: string, name: string, path: string, origin = "https://help.example.com") {
  return readPage(shape(product, name), origin + path);
}

/** The same page once its lookup has answered. */
export function readAnswered(preset: Preset, name: string, address: string, json: unknown) {
  const url = new URL(address);
  for (const page of preset.pages) {
    const groups = matchUrl(page.url, url);
    if (groups) {
      const aids = { labels: readLabel };
      return readTicket(parse(shape(preset.id, name)), url, "help", page, groups, json, aids);
    }
  }
  throw new Error(`${address} is no page of ${preset.id}`);
}

/** An answer with that of the second hop, as a lookup puts them together. */
// biome-ignore lint/suspicious/noThenProperty: the name in the configuration document
export const twoHops = (first: object, second: unknown) => ({ ...first, then: second });

/** What a page's lookup asks, both hops, with nothing filled in. */
export function lookupUrls(preset: Preset): (string | undefined)[] {
  return preset.pages.flatMap(({ lookup }) => [lookup?.url, lookup?.then?.url]);
}

/** It has no fingerprint: the host says what it is, whatever the page looks like. */
export function expectKnownByHost(preset: Preset, hosts: readonly string[]) {
  expect(Object.values(files).filter((html) => preset.recognise(parse(html)))).toEqual([]);
  for (const host of hosts) expect(presetByHost(host)).toBe(preset);
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
