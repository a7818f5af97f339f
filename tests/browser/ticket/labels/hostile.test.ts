import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLabel } from "../../../../lib/ticket/labels/read-label";
import { languages, patterns, ticketPage, withStatus, words } from "./markup";

const EVIL = "Eve Evil";
const TESS = "Tess Tech";
const PROSE = "<p>Hello, the printer on the second floor is on fire again.</p>";

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const assignee = (html: string) => readLabel("assignee", { root: parse(html), exclude: null });
const strong = (code: string) => words(code, "assignee")[0] ?? "";
const markups = Object.entries(patterns);
const shown = (label: string, inside: string) => `<dl><dt>${label}</dt><dd>${inside}</dd></dl>`;

/** Parts that people write, as portals mark them up. */
const written: Record<string, (inside: string) => string> = Object.fromEntries(
  [
    "blockquote",
    "article",
    "pre",
    "nav",
    "footer",
    "template",
    "noscript",
    "div.message-body",
    "div.messagebody",
    "div.message-stanza",
    "div.thread-entry",
    "div.comment",
    "div.ticketComment",
    "div.markdown-body",
    "div.ticket_description",
    "div.journal has-notes",
    "div.note-body",
    "div.email-body",
    "div.conversation-text",
    "div.timeline-item",
    "div.ql-editor",
    "div.trix-content",
    "div.ArticleBody",
    "div.related-tickets",
    "div.search-filters",
    "div.prose",
    "div.reply",
    "div.activity-stream",
    "div contenteditable",
    "div role=article",
    "div role=dialog",
    "div hidden",
    "div aria-hidden=true",
    "div style='display: none'",
    "form method=get",
    "section id=history",
  ].map((how) => {
    const [, tag = "div", className, attributes = ""] = /^(\w+)(?:\.([\w\s-]+))?(?: (.*))?$/.exec(how) ?? [];
    const open = className ? `<${tag} class="${className}">` : `<${tag} ${attributes}>`;
    return [how, (inside: string) => `${open}${inside}</${tag}>`];
  }),
);

let pages = 0;
const readsNobody = (html: string, what: string) => {
  pages++;
  expect([what, assignee(html)]).toEqual([what, { kind: "none" }]);
};

describe("what people write is not read", () => {
  test.each(Object.entries(written))("%s", (how, wrap) => {
    for (const [name, pattern] of markups) {
      const inside = pattern("Assignee", EVIL, "x");
      readsNobody(ticketPage(wrap(inside)), `${how}, ${name}`);
      readsNobody(
        ticketPage(wrap(`<div><div>${withStatus(inside, "en")}</div></div>`)),
        `${how}, deep, ${name}`,
      );
    }
  });

  test.each(languages.map(([code]) => code))("among sentences, %s", (code) => {
    for (const [name, pattern] of markups) {
      const inside = pattern(strong(code), EVIL, "x");
      for (const page of [
        `<div>${PROSE}${inside}</div>`,
        `<div>${inside}${PROSE}</div>`,
        `<div>${PROSE}<div>${inside}</div></div>`,
        `<div>Please see the details of the assignee below.<br>${inside}</div>`,
        `<div><p>Hi,</p>${inside}<p>Regards.</p></div>`,
      ]) {
        readsNobody(ticketPage(page, code), `${code}, ${name}`);
      }
    }
  });

  test.each(languages.map(([code]) => code))("in running text, %s", (code) => {
    const label = strong(code);
    for (const inside of [
      `<p>${label}: ${EVIL}</p>`,
      `<div>${label}: ${EVIL}</div>`,
      `<div>${label}:<br>${EVIL}</div>`,
      `<p><b>${label}:</b> ${EVIL}</p>`,
      `<p><b>${label}:</b> <i>${EVIL}</i>, he said</p>`,
      `<ul><li>${label}<li>${EVIL}</ul>`,
      `<h2>${label}</h2><p>${EVIL}</p>`,
      `<td>${label}: ${EVIL}</td>`,
      `<span>${label}</span><span>${EVIL}</span>`,
      `<textarea>${label}: ${EVIL}</textarea>`,
    ]) {
      readsNobody(ticketPage(inside, code), `${code}, ${inside}`);
    }
  });

  test("the real assignee stays, or nobody is read", () => {
    for (const [how, wrap] of Object.entries(written)) {
      for (const [name, pattern] of markups) {
        const page = ticketPage(shown("Assignee", TESS) + wrap(pattern("Assignee", EVIL, "x")));
        expect([how, name, assignee(page)]).toEqual([how, name, { kind: "value", text: TESS }]);
      }
    }
    for (const [name, pattern] of markups) {
      const page = ticketPage(shown("Assignee", TESS) + pattern("Assigned to", EVIL, "x"));
      expect([name, assignee(page)]).toEqual([name, { kind: "none" }]);
    }
  });
});

const cells = (name: string, ...texts: string[]) =>
  `<tr>${texts.map((text) => `<${name}>${text}</${name}>`).join("")}</tr>`;

test.each<[string, string]>([
  ["column heads", `<table>${cells("th", "Assignee", "Due")}${cells("td", EVIL, "today")}</table>`],
  [
    "heads and a body",
    `<table><thead>${cells("th", "Assignee", "Due")}</thead>${cells("td", EVIL, "x")}</table>`,
  ],
  ["heads in cells", `<table>${cells("td", "Assignee", "Reporter Name")}${cells("td", EVIL, "x")}</table>`],
  [
    "bold heads in cells",
    `<table>${cells("td", "<b>Assignee</b>", "<b>Due</b>")}${cells("td", EVIL, "x")}</table>`,
  ],
  [
    "a sortable head",
    "<table><tr><th aria-label='Assignee: Activate to sort'>Assignee</th><th>Due</th></tr></table>",
  ],
  ["a change", `<table><tr><th>Assignee</th><td>${TESS}</td><td>${EVIL}</td></tr></table>`],
  ["a change in one cell", `<table><tr><th>Assignee</th><td>${TESS} → ${EVIL}</td></tr></table>`],
  ["a menu", `<ul role="menu"><li><span>Assignee:</span> <span>${EVIL}</span></ul>`],
  ["a search form", `<form role="search"><label>Assignee <input value="${EVIL}"></label></form>`],
  ["a filter", `<div class="filters"><label>Assignee <input value="${EVIL}"></label></div>`],
  ["a form for something new", `<label>Assignee <select><option>${EVIL}<option>${TESS}</select></label>`],
  [
    "a choice of many",
    `<label>Assignee <select multiple><option selected>${EVIL}<option selected>x</select></label>`,
  ],
  ["a list box", `<label>Assignee <select size="5"><option selected>${EVIL}</select></label>`],
  ["a check box", `<label>Assignee <input type="checkbox" value="${EVIL}"></label>`],
  ["a password", `<label for="p">Assignee</label><input id="p" type="password" value="${EVIL}">`],
  ["cards of other tickets", shown("Assignee", EVIL) + shown("Assignee", "Rob Remote")],
  ["four tickets of one", shown("Assignee", EVIL).repeat(4)],
  ["a linked card", `<a href="/tickets/8">${shown("Assignee", EVIL)}</a>`],
  [
    "an empty value and the next row",
    `<div><div><span>Assignee:</span></div><div><span>${EVIL}</span></div></div>`,
  ],
  ["an empty dd", `<dl><dt>Assignee<dd><dt>Building<dd>${EVIL}</dl>`],
  ["a missing dd", `<dl><dt>Assignee<dt>Building<dd>${EVIL}</dl>`],
  ["two dd", `<dl><dt>Assignee<dd>${EVIL}<dd>Rob Remote</dl>`],
  ["a question", shown("Assignee?", EVIL)],
  ["another label", shown("Former assignee", EVIL)],
  ["letters of another script", shown("\u0410ssignee", EVIL)],
  ["a button to edit", '<button aria-label="Assignee: edit">Edit</button>'],
  ["a button to sort", '<button title="Assignee: click to sort">Assignee</button>'],
  ["a promise of a name", `<button aria-label="Assignee: ${EVIL}">Change</button>`],
  ["a definition", shown("Assignee", "The person who works on the ticket")],
  ["a link list", shown("Assignee", `<a href=/a>${EVIL}</a><a href=/b>Rob Remote</a>`)],
  ["a card", shown("Assignee", `<div><h3>${EVIL}</h3><span>Tier 2</span></div>`)],
  ["a nested table", shown("Assignee", `<table><tr><td>${EVIL}</td></tr></table>`)],
  ["a link to assign", shown("Bearbeiter", "<a href='/tickets/7/assign'>Mir zuweisen</a>")],
  ["a link of a script", shown("Bearbeiter", "<a href='#'>Rob nehmen</a>")],
  ["a button", "<label>Bearbeiter</label><button>Nimm mich</button>"],
  ["a placeholder", "<div role=combobox aria-label=Assignee>Select a user</div>"],
  ["a placeholder by class", "<div role=combobox aria-label=Assignee><i class=placeholder>Who</i></div>"],
  ["a first option", "<label>Bearbeiter <select><option value=''>Bitte sehr<option>x</select></label>"],
  ["a form beside nobody", `${shown("Owner", "Nobody")}<label>Owner</label><p class=value>${EVIL}</p>`],
  ["only a script", `<script>Assignee: ${EVIL}</script>`],
  ["Owner in osTicket", shown("Owner", EVIL)],
  ["a requester", shown("Requester", EVIL)],
  [
    "a log-in page",
    "<label for=u>User</label><input id=u value=eve><label for=p>Password</label><input id=p>",
  ],
  ["an article", `<article><h1>Assignee</h1>${PROSE}</article>`],
  ["a dashboard", shown("Assigned", "12") + shown("Unassigned", "7")],
  ["a setting", shown("Assigned", "Yes")],
  ["a date", shown("Assigned", "21 November 2026")],
  ["an age", shown("Assigned", "3 hours ago")],
  ["a status", shown("Status", "Assigned") + shown("Queue", "Rob Remote")],
  ["a template of a script", shown("Assignee", "{{ ticket.assignee }}")],
  ["an address", shown("Assignee", "https://evil.example.com/")],
  ["a picture only", shown("Assignee", `<img alt="${EVIL}">`)],
])("nobody is read from %s", (what, inside) => readsNobody(ticketPage(inside), what));

test("nobody is read from values that are no person", () => {
  const noPerson = fc.oneof(
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.webUrl(),
    fc.constantFrom(
      "Open.",
      "n/a",
      "?",
      "…",
      "(none)",
      "[]",
      "null;",
      "1st floor",
      "50 %",
      "Tess & 3 others",
    ),
    fc
      .array(fc.constantFrom("please", "call", "her", "about", "printer", "now"), { minLength: 7 })
      .map((all) => all.join(" ")),
  );
  const code = fc.constantFrom(...languages.map(([language]) => language));
  fc.assert(
    fc.property(code, fc.constantFrom(...markups), noPerson, (language, [, pattern], printed) => {
      const escaped = printed.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
      pages++;
      expect(assignee(ticketPage(pattern(strong(language), escaped, "x"), language)).kind).not.toBe("value");
    }),
    { numRuns: 1000 },
  );
});

test("any tree of elements is read without a throw, and what is read stands on the page", () => {
  const tag = fc.constantFrom(
    "div",
    "p",
    "span",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "th",
    "td",
    "label",
    "b",
    "select",
  );
  const text = fc.constantFrom(
    "Assignee",
    "Owner:",
    "Status",
    TESS,
    "x",
    "",
    "担当者",
    "<input value=y>",
    "-",
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "medium" },
      text,
      fc
        .tuple(tag, fc.constantFrom("", "label", "value", "message"), fc.array(tie("tree"), { maxLength: 4 }))
        .map(([name, className, inside]) => `<${name} class="${className}">${inside.join("")}</${name}>`),
    ),
  }));
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (inside) => {
      const html = `${inside.join("")}<p>y</p>`;
      const read = assignee(html);
      const said = parse(html).body.textContent.replace(/\s/g, "");
      if (read.kind === "value") expect(said).toContain(read.text.replace(/\s/g, ""));
    }),
    { numRuns: 2000 },
  );
});

test("these were at least 200 pages", () => expect(pages).toBeGreaterThan(6_000));
