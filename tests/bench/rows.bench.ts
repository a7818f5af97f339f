import { afterAll, bench, describe } from "vitest";
import { findRowPlace } from "../../lib/ticket/find-row-place";
import { findRows } from "../../lib/ticket/find-rows";
import { PageDefinition } from "../../lib/ticket/page-definition";
import { readRow } from "../../lib/ticket/read-ticket";

const COUNT = 5000;
/** Rows near the window, as many as get a button without scrolling. */
const NEAR = 40;
const url = new URL("https://help.example.com/list");
const page = PageDefinition.parse({
  kind: "list",
  url: "/list",
  row: "tr[data-row]",
  exclude: ".message",
  fields: {
    id: [{ css: ":scope", attr: "data-row" }],
    link: [{ css: "a", attr: "href" }],
    subject: [{ css: "td:nth-child(2)" }],
    assignee: [{ css: "td:nth-child(3)" }],
  },
});

const table = document.createElement("table");
for (let at = 0; at < COUNT; at++) {
  const row = table.insertRow();
  row.dataset.row = String(at);
  const link = document.createElement("a");
  link.href = `/tickets/${at}`;
  link.textContent = `#${at}`;
  row.insertCell().append(link);
  row.insertCell().textContent = `Subject ${at}`;
  row.insertCell().textContent = `Technician ${at % 200}`;
}
document.body.append(table);
afterAll(() => table.remove());

const near = findRows(document, page).slice(0, NEAR);

function insert(place: Element): () => void {
  const button = document.createElement("button");
  button.textContent = "Book a Call";
  place.append(button);
  return () => button.remove();
}

describe(`a list of ${COUNT.toLocaleString("en")} rows, ${NEAR} of them near the window`, () => {
  bench("insert a bare button into each near row", () => {
    for (const undo of near.map((row) => insert(row.lastElementChild ?? row))) undo();
  });
  bench("the same, in a shadow root with a style", () => {
    const undo = near.map((row) => {
      const host = document.createElement("callcard-row");
      const style = document.createElement("style");
      style.textContent = ":host { all: initial !important }";
      host.attachShadow({ mode: "open" }).append(style, document.createElement("button"));
      row.lastElementChild?.append(host);
      return () => host.remove();
    });
    for (const each of undo) each();
  });
  bench("read each near row, and find the button's place", () => {
    for (const row of near) {
      if (readRow(row, url, "help", page)?.id === undefined) throw new Error("a row was not read");
      findRowPlace(row, page);
    }
  });
  bench("find all rows, as after each change of the page", () => {
    if (findRows(document, page).length !== COUNT) throw new Error("rows are missing");
  });
});
