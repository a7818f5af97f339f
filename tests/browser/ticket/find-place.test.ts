import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPlace, isAtPlace, putAtPlace } from "../../../lib/ticket/find-place";
import { PageDefinition, type Place } from "../../../lib/ticket/page-definition";

beforeEach(() => {
  document.body.innerHTML = `
    <aside class="side">outside of the ticket</aside>
    <main>
      <div class="message"><div class="side">in a message</div></div>
      <aside class="side" id="side"><p id="first">first</p><p id="last">last</p></aside>
    </main>`;
});
afterEach(() => document.body.replaceChildren());

const page = (place: Place[], given: object = {}) =>
  PageDefinition.parse({
    kind: "ticket",
    url: "/t/:id",
    fields: {},
    root: "main",
    exclude: ".message",
    place,
    ...given,
  });

test("the first place that is in the ticket and in no message", () => {
  const found = findPlace(
    document,
    page([
      { at: ".not-here", position: "append" },
      { at: ".side", position: "prepend" },
      { at: "#last", position: "after" },
    ]),
  );
  expect(found?.anchor.id).toBe("side");
  expect(found?.position).toBe("prepend");
});

test("no place is the floating card", () => {
  expect(findPlace(document, page([{ at: ".not-here", position: "append" }]))).toBeNull();
  expect(findPlace(document, page([]))).toBeNull();
});

test("without a scope the whole document counts", () => {
  const everywhere = page([{ at: ".side", position: "append" }], { root: undefined });
  expect(findPlace(document, everywhere)?.anchor.textContent).toBe("outside of the ticket");
});

describe("an element at a place", () => {
  test.each<[Place["position"], string, string]>([
    ["append", "#side", "first last card"],
    ["prepend", "#side", "card first last"],
    ["before", "#last", "first card last"],
    ["after", "#first", "first card last"],
  ])("%s %s", (position, at, order) => {
    const place = findPlace(document, page([{ at, position }]));
    if (!place) throw new Error("no place");
    const card = document.createElement("p");
    card.textContent = "card";
    expect(isAtPlace(card, place)).toBe(false);
    for (const _ of ["once", "and again"]) {
      putAtPlace(card, place);
      expect(isAtPlace(card, place)).toBe(true);
      expect(
        [...document.querySelectorAll("#side > p")].map(({ textContent }) => textContent).join(" "),
      ).toBe(order);
    }
    card.remove();
    expect(isAtPlace(card, place)).toBe(false);
  });
});
