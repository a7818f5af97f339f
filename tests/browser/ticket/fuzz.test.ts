import fc from "fast-check";
import { expect, test } from "vitest";
import { newPortal } from "../../../lib/settings/portal";
import { missingOn } from "../../../lib/ticket/drift";
import { explainReading } from "../../../lib/ticket/explain-reading";
import { findPage, findPreset } from "../../../lib/ticket/find-page";
import { labelTools } from "../../../lib/ticket/labels/tools";
import type { PageDefinition } from "../../../lib/ticket/page-definition";
import { presets } from "../../../lib/ticket/presets";
import type { Trace } from "../../../lib/ticket/read-field";
import { readTicket } from "../../../lib/ticket/read-ticket";
import { reportText } from "../../../lib/ticket/report-text";
import { knownPages, parse, readByPreset } from "./pages";

const DOCUMENTS = 8_000;
const MESSAGES = 2_000;
const BATCH = 500;
const EVIL = "Eve Evil";
/** Page text that would tell if anybody ran it. */
const SCRIPTS = [
  "<img src=x onerror='globalThis.ran=1'>",
  "<script>globalThis.ran=1</script>",
  "javascript:globalThis.ran=1",
  "<svg/onload=globalThis.ran=1>",
  "{{constructor.constructor('globalThis.ran=1')()}}",
];

const text = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      "Assigned to",
      "Assignee:",
      "Owner",
      "Besitzer",
      "المالك",
      "Status",
      "Priority",
      "#7",
      EVIL,
    ),
  },
  { weight: 4, arbitrary: fc.constantFrom(...SCRIPTS) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "\u202eEvil\u202c",
      "\u0000\u0007\u001b[31m",
      "\u200f\u2067אב",
      "𝔗𝔢𝔰𝔰",
      "\ud800",
      "",
    ),
  },
  { weight: 4, arbitrary: fc.string({ maxLength: 12, unit: "binary" }) },
  { weight: 1, arbitrary: fc.constant("x y ".repeat(1_000)) },
);
// Everything that a customer's HTML may contain after a filter; and shadow roots, templates and frames of the page itself.
const tag = fc.constantFrom(
  ..."div span p dl dt dd table tbody tr td th label select option input form fieldset aside section h1 a b ul li button".split(
    " ",
  ),
  "template",
  "shadow",
);
const words =
  "sidebar details label value assignee owner user ticket-info-people ticket-info-basics form-row history message issue attributes col-md-6";
const attribute = fc.tuple(
  fc.constantFrom(
    "class",
    "id",
    "title",
    "aria-label",
    "aria-labelledby",
    "role",
    "data-user-id",
    "href",
    "value",
    "name",
    "for",
    "dir",
    "lang",
    "style",
  ),
  fc.oneof(fc.constantFrom(...words.split(" ")), text),
);

interface Part {
  tag: string;
  attributes: [string, string][];
  children: (Part | string)[];
}
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.record(
    {
      tag,
      attributes: fc.array(attribute, { maxLength: 3 }),
      children: fc.array(fc.oneof({ maxDepth: 5, withCrossShrink: true }, text, tie("part")), {
        maxLength: 5,
      }),
    },
    { noNullPrototype: true },
  ),
}));
const address = fc.oneof(
  fc.constantFrom(...presets.flatMap(({ examples }) => [...examples.tickets, ...examples.others])),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

function build(document: Document, { tag, attributes, children }: Part): Element {
  const element = document.createElement(tag === "shadow" ? "div" : tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  const inside =
    tag === "shadow"
      ? element.attachShadow({ mode: "open" })
      : element instanceof HTMLTemplateElement
        ? element.content
        : element;
  inside.append(...children.map((child) => (typeof child === "string" ? child : build(document, child))));
  return element;
}

/** Everything that reads a page, as the overlay and the popup put it together. */
function readAll(document: Document, url: URL, preset: string | undefined): void {
  const portal = { ...newPortal({ origin: url.origin, basePath: "" }, []), ...(preset ? { preset } : {}) };
  const product = findPreset(portal, document);
  const found = findPage(portal, product, url);
  const guess = labelTools.guessPage(document, url, () => true);
  expect(guess?.sure ?? false).toBe(false);
  const trace: Trace = new Map();
  const aids = { labels: labelTools.readLabel, trace };
  const ticket = found && readTicket(document, url, portal.id, found.page, found.groups, undefined, aids);
  if (found) missingOn(found.page, ticket);
  labelTools.showsTicket(document, found?.page.exclude ?? null);
  labelTools.showsAssignee(document, found?.page.exclude ?? null, () => false);
  const report = reportText(
    {
      portal: { id: portal.id, name: portal.name },
      preset: product?.name ?? null,
      product: product && { id: product.id, seen: product.seen },
      page: found && { from: "preset", kind: found.page.kind, url: found.page.url, root: "none" },
      fields: found ? explainReading(found.page, trace) : [],
      guess: guess && { label: guess.label, value: guess.value, page: guess.page },
      drift: null,
      ticket,
      offer: null,
      reason: { reason: "assignee-unknown" },
      lookup: null,
      drivenOut: false,
      rows: null,
    },
    { version: "0.1.0", userAgent: "Chrome/1", language: "en" },
  );
  expect(report).not.toMatch(/Evil|globalThis/);
}

const seed = Number(import.meta.env.VITE_FUZZ_SEED ?? 20_261_121);
console.info(`fuzz seed ${seed} (VITE_FUZZ_SEED)`);

test(`${DOCUMENTS} documents: nothing throws, nobody is read by labels alone, nothing of them runs`, {
  timeout: 60_000,
}, async () => {
  const preset = fc.option(fc.constantFrom(...presets.map(({ id }) => id)), { nil: undefined });
  for (let done = 0; done < DOCUMENTS; done += BATCH) {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), address, preset, (parts, at, product) => {
        const document = new DOMParser().parseFromString("<body></body>", "text/html");
        document.body.append(...parts.map((each) => build(document, each)));
        readAll(document, new URL(at), product);
      }),
      { numRuns: BATCH, seed: seed + done },
    );
    await new Promise((resolve) => setTimeout(resolve)); // events of what was read, if there are any
  }
  expect("ran" in globalThis).toBe(false);
});

test(`${MESSAGES} messages on recorded pages: who is in charge stays who it is`, { timeout: 60_000 }, () => {
  const url = new URL("https://help.example.com/tickets/7");
  const recorded = knownPages.flatMap((known) => {
    const page = readByPreset(known)?.page;
    const document = parse(known.html);
    const messages = page?.exclude ? [...document.querySelectorAll(page.exclude)] : [];
    const message = messages.find((element) => element.matches("div, section, td, article"));
    return page && message ? [{ name: known.name, document, message, page }] : [];
  });
  expect(recorded.length).toBeGreaterThan(30);
  const read = (document: Document, page: PageDefinition) => {
    const aids = { labels: labelTools.readLabel };
    const ticket = readTicket(document, url, "help", page, { id: "7" }, undefined, aids);
    return [ticket?.assignment, ticket?.assignee, ticket?.number];
  };
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...recorded),
      (parts, { document, message, page }) => {
        const before = read(document, page);
        const written = parts.map((each) => build(document, each));
        message.prepend(...written);
        const after = read(document, page);
        for (const element of written) element.remove();
        expect(after).toEqual(before);
      },
    ),
    { numRuns: MESSAGES, seed },
  );
});
