import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessPage } from "../../../../lib/ticket/labels/guess-page";
import { readLabel } from "../../../../lib/ticket/labels/read-label";
import { PageDefinition } from "../../../../lib/ticket/page-definition";
import { readTicket } from "../../../../lib/ticket/read-ticket";
import type { Person } from "../../../../lib/ticket/ticket";
import { knownPages, parse, readByPreset } from "../pages";
import { languages, patterns, ticketPage, words } from "./markup";

const url = new URL("https://help.example.com/tickets/7");
const guess = (html: string) => guessPage(parse(html), url);
const markups = Object.entries(patterns);

const isNamed = (value: string, person: Person | null) =>
  [person?.name, person?.login, person?.email].some((text) => text && value.includes(text));

test("of all recorded pages none is read without asking but rightly, and no hostile text is ever offered", () => {
  let right = 0;
  const wrong: string[] = [];
  for (const page of knownPages) {
    const truth = readByPreset(page)?.ticket.assignee ?? null;
    const found = guess(page.html);
    if (found && isNamed(found.value, truth)) right++;
    else if (found && (found.sure || /evil/i.test(found.value))) wrong.push(`${page.name}: ${found.value}`);
  }
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(10); // of 61, as docs/presets.md tells
});

describe("hostile pages", () => {
  // What common filters for HTML leave in: everything that cannot run a script.
  const containers = [
    "div",
    "div class=x1",
    "section",
    "aside",
    "aside role=complementary",
    "div role=complementary aria-label=Details",
    "form method=post action=/tickets/7",
    "fieldset",
    "div class=sidebar data-field=assignee",
    "div id=ticket-details class='details panel'",
    "td",
    "main",
  ];
  const messages = containers.flatMap((open) =>
    markups.flatMap(([name, pattern]) =>
      ["Assigned to", "Owner"].map((label) => {
        const tag = open.split(" ")[0];
        const inside = pattern(label, "Eve Evil", "x");
        return [`${label}, ${name}, in ${open}`, `<${open}>${inside}</${tag}>`] as const;
      }),
    ),
  );

  test("there are enough of them", () => expect(messages.length).toBeGreaterThan(200));

  test("what a filter lets through is never read without asking", () => {
    const sure = messages.filter(
      ([, message]) => guess(ticketPage(`<div class="x2">${message}</div>`))?.sure,
    );
    expect(sure.map(([what]) => what)).toEqual([]);
  });

  test("beside the portal's own field it never wins", () => {
    for (const [what, message] of messages) {
      const own = `<dl class="facts"><dt>Assigned to</dt><dd><x-user>Tess Tech</x-user></dd></dl>`;
      for (const html of [`${message}${own}`, `${own}${message}`]) {
        const found = guess(ticketPage(`<div class="x2">${html}</div>`));
        expect([what, found?.value ?? "Tess Tech"]).toEqual([what, "Tess Tech"]);
      }
    }
  });

  test("a longer form of the same name does not add an address", () => {
    const own = `<dl class="facts"><dt>Assigned to</dt><dd><x-user>Tess Tech</x-user></dd></dl>`;
    const evil = `<dl class="other"><dt>Assigned to</dt><dd>Tess Tech &lt;eve@example.com&gt;</dd></dl>`;
    expect(guess(ticketPage(evil + own))).toMatchObject({ value: "Tess Tech", sure: true });
  });
});

describe("what only the portal can have written is read without asking", () => {
  test.each([
    ["a custom element", `<dl><dt>Assigned to</dt><dd><x-user>Tess Tech</x-user></dd></dl>`],
    [
      "a control with a handler",
      `<label for=a>Assignee</label><select id=a onchange="save()"><option>-<option selected>Tess Tech</select>`,
    ],
    ["a framework's attribute", `<dl><dt>Assigned to</dt><dd ng-click="edit()">Tess Tech</dd></dl>`],
    [
      "a handler around the value",
      `<dl><dt>Assigned to</dt><dd onclick="edit()"><span>Tess Tech</span></dd></dl>`,
    ],
  ])("%s", (_, inside) => {
    expect(guess(ticketPage(`<div class="facts">${inside}</div>`))).toMatchObject({
      value: "Tess Tech",
      sure: true,
      page: { url: "/tickets/:id(\\d+)" },
    });
  });

  test("in all languages", () => {
    for (const [code] of languages) {
      const label = words(code, "assignee")[0];
      if (!label) continue;
      const html = ticketPage(`<dl class="facts"><dt>${label}</dt><dd><x-user>Tess Tech</x-user></dd></dl>`);
      expect([code, guess(html)?.sure]).toEqual([code, true]);
    }
  });
});

test("what was guessed is a page definition, and reads the same person again", () => {
  const html = ticketPage(
    `<dl class="facts"><dt>Assigned to</dt><dd>Tess Tech</dd><dt>Subject</dt><dd>Printer</dd></dl>`,
  );
  const found = guess(html);
  if (!found) throw new Error("nothing found");
  expect(found).toMatchObject({ label: "Assigned to", value: "Tess Tech", sure: false, groups: { id: "7" } });
  expect(PageDefinition.safeParse(found.page).success).toBe(true);
  const read = (document: Document) =>
    readTicket(document, url, "help", found.page, found.groups, undefined, { labels: readLabel });
  expect(read(parse(html))).toMatchObject({
    number: "7",
    subject: "Printer",
    assignee: { name: "Tess Tech" },
  });
  const elsewhere = ticketPage(`<div class="x"><dl><dt>Assigned to</dt><dd>Eve Evil</dd></dl></div>`);
  expect(read(parse(elsewhere))).toBeNull();
  const nobody = ticketPage(`<dl class="facts"><dt>Assigned to</dt><dd>Nobody</dd></dl>`);
  expect(read(parse(nobody))).toMatchObject({ assignment: "unassigned", assignee: null });
});

test.each([
  ["an address without an id", "/tickets", `<dl class="facts"><dt>Assigned to</dt><dd>Tess Tech</dd></dl>`],
  ["nobody", "/tickets/7", `<dl class="facts"><dt>Assigned to</dt><dd>Nobody</dd></dl>`],
  [
    "two people",
    "/tickets/7",
    `<dl class="facts"><dt>Assigned to</dt><dd>Tess</dd></dl><dl><dt>Assignee</dt><dd>Rob</dd></dl>`,
  ],
  [
    "a block without a name",
    "/tickets/7",
    `<dl><dt>Assigned to</dt><dd>Tess Tech</dd></dl><dl><dt>a</dt><dd>b</dd></dl>`,
  ],
])("%s: no guess", (_, path, inside) => {
  const document = parse(`<body><div><div>${inside}</div></div></body>`);
  expect(guessPage(document, new URL(path, url))).toBeNull();
});

test("whatever stands on a page", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("Assigned to", "Assignee:", "Owner", "Tess Tech", "Nobody", "Status"),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const document = parse("<body></body>");
      const list = document.createElement("dl");
      for (const [index, each] of texts.entries()) {
        const part = document.createElement(index % 2 ? "dd" : "dt");
        part.textContent = each;
        list.append(part);
      }
      document.body.append(list);
      expect(guessPage(document, url)?.sure ?? false).toBe(false);
    }),
  );
});
