import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { followSteps, hostOf, isInside, parentAcross, selectAll } from "../../../lib/ticket/deep-select";
import { findPlace, isAtPlace, putAtPlace } from "../../../lib/ticket/find-place";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { findRoot, readField } from "../../../lib/ticket/read-field";
import { sampleLook } from "../../../lib/ticket/sample-look";

/** An element with a shadow root. */
function host(name: string, shadow: string, light = ""): HTMLElement {
  const element = document.createElement(name);
  element.innerHTML = light;
  element.attachShadow({ mode: "open" }).innerHTML = shadow;
  return element;
}

const inside = (element: Element, css: string) => element.shadowRoot?.querySelector(css) as HTMLElement;
const texts = (css: string, root: ParentNode = document) =>
  selectAll(root, css).map((found) => found.textContent);

beforeEach(() => {
  const [one, two] = ["Tess", "Rob"].map((name) => host("x-field", `<b>${name}</b><i>${name}</i>`));
  const form = host("x-form", "<section><slot></slot></section>", "<p>light</p>");
  if (one && two) inside(form, "section").append(one, two);
  document.body.replaceChildren(host("x-shell", "<main></main>"));
  inside(document.querySelector("x-shell") as Element, "main").append(form);
});
afterEach(() => document.body.replaceChildren());

describe("a selector", () => {
  test.each<[string, string[]]>([
    ["x-shell >>> x-form >>> x-field >>> b", ["Tess", "Rob"]],
    ["x-shell>>>x-form>>>x-field>>>b, i", ["Tess", "Tess", "Rob", "Rob"]],
    ["x-shell >>> main > x-form >>> x-field:last-of-type >>> b", ["Rob"]],
    ["x-shell >>> x-form > p", ["light"]],
    ["x-field", []],
    ["x-shell x-form", []],
    ["x-shell >>> b", []],
    ["x-shell >>> x-form >>> section >>> b", []],
  ])("%s", (css, found) => expect(texts(css)).toEqual(found));

  test("with >>> in front begins in the element's own shadow root", () => {
    const [form] = selectAll(document, "x-shell >>> x-form");
    expect(texts(">>> x-field >>> b", form)).toEqual(["Tess", "Rob"]);
    expect(texts("b", form)).toEqual([]);
    expect(texts(">>> x-shell")).toEqual([]);
  });

  test("a closed shadow root is entered where the browser opens it to extensions", () => {
    const element = document.createElement("x-closed");
    const shadow = element.attachShadow({ mode: "closed" });
    shadow.append("Ada", document.createElement("b"));
    document.body.append(element);
    expect(selectAll(document, "x-closed >>> b")).toEqual([]);
    expect(followSteps(document, "x-closed >>> b").stuck).toBe(true);
    Object.assign(element, { openOrClosedShadowRoot: shadow }); // as in Firefox
    expect(selectAll(document, "x-closed >>> b")).toHaveLength(1);
  });

  test.each<[string, boolean]>([
    ["a >>> b", true],
    [">>> a", true],
    ["a, b >>> c:not(d)", true],
    [">>>", false],
    ["a >>>", false],
    ["a >>> >>> b", false],
    ["a >>> b[", false],
    ["a >> b", false],
  ])("%s is one: %s", (css, valid) => {
    const parsed = PageDefinition.safeParse({ kind: "ticket", url: "/:id", fields: { number: [{ css }] } });
    expect(parsed.success).toBe(valid);
  });

  test("says which shadow roots it went through, and where there was none yet", () => {
    const shell = document.querySelector("x-shell");
    const deep = followSteps(document, "x-shell >>> x-form >>> x-field >>> b");
    expect(deep.roots).toHaveLength(4);
    expect(deep.roots[0]).toBe(shell?.shadowRoot);
    expect(deep.stuck).toBe(false);
    expect(followSteps(document, "x-shell >>> x-other >>> b")).toMatchObject({ found: [], stuck: false });
    expect(followSteps(document, "x-shell >>> main >>> b")).toMatchObject({ found: [], stuck: true });
  });
});

describe("what is excluded", () => {
  const read = (exclude: string) => {
    const scope = { root: document, exclude, groups: {} };
    return readField([{ css: "x-shell >>> x-form >>> x-field >>> b" }], scope);
  };

  test.each<[string, string | null]>([
    [".message", "Tess"],
    ["b", null],
    ["x-field:first-of-type", "Rob"],
    ["section", null], // around the field's host
    ["x-shell", null], // three shadow roots further out
    ["body", null],
  ])("%s: %s", (exclude, text) => expect(read(exclude)).toBe(text));

  test("also for a selector without >>> below a scope that stands in a shadow root", () => {
    const root = findRoot(document, { root: "x-shell >>> x-form", exclude: undefined });
    if (!root) throw new Error("no root");
    const source = [{ css: "p" }];
    expect(readField(source, { root, exclude: ".message", groups: {} })).toBe("light");
    expect(readField(source, { root, exclude: "main", groups: {} })).toBeNull();
    expect(findRoot(document, { root: "x-shell >>> x-form", exclude: "body" })).toBeNull();
  });
});

test("what is around an element, across slots and shadow roots", () => {
  const [field] = selectAll(document, "x-shell >>> x-form >>> x-field");
  const [light] = selectAll(document, "x-shell >>> x-form > p");
  if (!field || !light) throw new Error("not found");
  expect(hostOf(field)?.localName).toBe("x-form");
  expect(hostOf(document.body)).toBeNull();
  expect(parentAcross(light)?.localName).toBe("slot");
  const names: string[] = [];
  for (let at: Element | null = field; at; at = parentAcross(at)) names.push(at.localName);
  expect(names).toEqual(["x-field", "section", "x-form", "main", "x-shell", "body", "html"]);
  expect(isInside(field, "main")).toBe(true);
  expect(isInside(field, "aside")).toBe(false);
});

test("a place inside of shadow roots", () => {
  const page = PageDefinition.parse({
    kind: "ticket",
    url: "/:id",
    fields: {},
    place: [{ at: "x-shell >>> x-form >>> x-field:first-of-type", position: "after" }],
  });
  const place = findPlace(document, page);
  if (!place) throw new Error("no place");
  const card = document.createElement("p");
  expect(isAtPlace(card, place)).toBe(false);
  putAtPlace(card, place);
  expect(isAtPlace(card, place)).toBe(true);
  expect(card.parentElement?.localName).toBe("section");

  document.body.style.background = "rgb(20, 20, 20)";
  inside(document.querySelector("x-shell") as Element, "main").style.font = "17px serif";
  const look = sampleLook(document, place, undefined);
  expect(look.dark).toBe(true); // what lies behind is found outside of the shadow roots
  expect(look.properties["--size"]).toBe("17px");
  document.body.removeAttribute("style");
});
