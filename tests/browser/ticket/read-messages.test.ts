import { describe, expect, test } from "vitest";
import { newPortal } from "../../../lib/settings/portal";
import { findPage, findPreset } from "../../../lib/ticket/find-page";

import { plainText } from "../../../lib/ticket/plain-text";
import { readMessages } from "../../../lib/ticket/read-messages";
import { knownPages, parse } from "./pages";

/** The messages of a known page, by its product's definition. */
function messagesOn(name: string, path: string) {
  const html = knownPages.find((page) => page.name === name)?.html;
  if (html === undefined) throw new Error(`no page ${name}`);
  const document = parse(html);
  const url = new URL(path, "https://help.example.com");
  const portal = newPortal({ origin: url.origin, basePath: "" }, []);
  const page = findPage(portal, findPreset(portal, document), url)?.page;
  if (!page) throw new Error(`no definition for ${path}`);
  return { messages: readMessages(document, page), page };
}

const SILENT = "It has been silent since this morning.";

describe("on recorded pages and their shapes", () => {
  test.each<[string, string, (string | null)[], string[]]>([
    [
      "request-tracker/agent-assigned",
      "/Ticket/Display.html?id=1",
      ["Ada Visitor <ada@example.com>", "tess (Tess Tech)", "tess (Tess Tech)"],
      [
        "Since this morning the connection drops every few minutes.",
        "Thanks, I am looking at the switch.",
        "The uplink on the second floor again.",
      ],
    ],
    [
      "redmine/assigned",
      "/issues/1",
      ["Ada Visitor", "Tess Tech"],
      ["Since this morning the connection drops every few minutes.", "Thanks, I am looking at the switch."],
    ],
    ["zammad/legacy-assigned", "/#ticket/zoom/5", [null], [SILENT]],
    ["osticket/agent-assigned", "/scp/tickets.php?id=7", ["Ada Visitor"], [SILENT]],
    ["freescout/assigned", "/conversation/7", ["Ada Visitor"], [SILENT]],
    ["glpi/assigned", "/front/ticket.form.php?id=42", [null], [SILENT]],
    ["znuny/agent-assigned", "/index.pl?Action=AgentTicketZoom&TicketID=7", [null], [SILENT]],
    ["znuny/customer-assigned", "/customer.pl?Action=CustomerTicketZoom&TicketNumber=7", [null], [SILENT]],
    ["jira/data-center-assigned", "/browse/HELP-7", [null, null], ["The line drops.", "The line drops."]],
    ["zendesk/agent-assigned", "/agent/tickets/7", [null], ["The line drops."]],
    ["zendesk/customer-assigned", "/hc/en-us/requests/7", ["Ada Visitor"], ["The line drops."]],
  ])("%s", (name, path, authors, texts) => {
    const { messages } = messagesOn(name, path);
    expect(messages.map(({ text }) => text)).toEqual(texts);
    expect(messages.map(({ author }) => author)).toEqual(authors);
  });

  test("what a message imitates is neither another message nor an author", () => {
    const { messages } = messagesOn("request-tracker/agent-hostile", "/Ticket/Display.html?id=2");
    expect(new Set(messages.map(({ author }) => author))).toEqual(new Set(["Ada Visitor <ada@example.com>"]));
    expect(messages[0]?.text).toContain("evil@example.com");
  });
});

const rows = (many: number) =>
  Array.from({ length: many }, (_, at) => `<li data-id="${many - at}"><p>Message ${many - at}</p></li>`);

test("the last five, oldest first, by their order or else by the page's", () => {
  const document = parse(`<ul>${rows(12).join("")}</ul>`);
  const texts = (messages: object) =>
    readMessages(document, { messages: { row: "li", ...messages } }).map(({ text }) => text);
  const newest = ["Message 8", "Message 9", "Message 10", "Message 11", "Message 12"];
  expect(texts({ order: [{ css: ":scope", attr: "data-id" }] })).toEqual(newest);
  expect(texts({ newestFirst: true })).toEqual(newest);
  expect(texts({})).toEqual(["Message 5", "Message 4", "Message 3", "Message 2", "Message 1"]);
});

test("without a definition, what is never read for fields is taken for messages", () => {
  const document = parse(
    '<div class="body">One <div class="body">inside</div></div><div class="body">Two</div><div class="body"> </div>',
  );
  expect(readMessages(document, { exclude: ".body" }).map(({ text }) => text)).toEqual([
    "One\ninside",
    "Two",
  ]);
  expect(readMessages(document, {})).toEqual([]);
  expect(readMessages(document, { root: "#nowhere", exclude: ".body" })).toEqual([]);
});

test("a long message is cut and says so", () => {
  const document = parse(`<div class="body">${"word ".repeat(1000)}</div>`);
  const [message] = readMessages(document, { exclude: ".body" });
  expect(message?.text).toHaveLength(2000);
  expect(message?.isCut).toBe(true);
});

test.each([
  ["<p>One</p><p>Two<br>Three</p>", "One\n\nTwo\nThree"],
  ["<div>a  b\n c</div>", "a b c"],
  ["<pre>a  b\n  c</pre>", "a b\nc"],
  ["x<script>alert(1)</script><style>p{}</style><button>Reply</button><p hidden>no</p>", "x"],
  ["<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"],
  ["&lt;b&gt; \u202eevil\u202c", "<b> evil"],
  ["<table><tr><td>1</td><td>2</td></tr></table>", "1 2"],
])("%s is %j as text", (html, text) => {
  expect(plainText(parse(html).body)).toBe(text);
});
