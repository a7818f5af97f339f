import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { shadowParts } from "../../../lib/ticket/shadow-parts";
import { watchPage } from "../../../lib/ticket/watch-page";

const page = PageDefinition.parse({
  kind: "ticket",
  url: "/:id",
  root: "x-shell >>> x-record",
  fields: { assignee: [{ css: ">>> x-field >>> b" }] },
});

let controller: AbortController;
beforeEach(() => {
  controller = new AbortController();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  document.body.replaceChildren();
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** An element with a shadow root and these elements in it. */
function host(name: string, ...inside: Node[]): HTMLElement {
  const element = document.createElement(name);
  element.attachShadow({ mode: "open" }).append(...inside);
  return element;
}
const text = (tag: string, text: string) => Object.assign(document.createElement(tag), { textContent: text });
const field = (name: string) => host("x-field", text("b", name));
const shadow = (element: Element): ShadowRoot => element.shadowRoot as ShadowRoot;

/** Watches as the overlay does: after each look it is told where the page is read. */
function watching() {
  const changed = vi.fn();
  const tell = () => watch.watchShadowRoots(shadowParts(document, page));
  const look = () => {
    changed();
    queueMicrotask(tell);
  };
  const watch = watchPage({ changed: look, moved: () => {} }, controller.signal);
  return changed;
}

/** Whether there is one look after a change. */
async function isSeen(changed: ReturnType<typeof watching>, change: () => void): Promise<boolean> {
  await new Promise<void>((resolve) => queueMicrotask(resolve));
  changed.mockClear();
  change();
  await new Promise<void>((resolve) => queueMicrotask(resolve));
  vi.advanceTimersByTime(100);
  await new Promise<void>((resolve) => queueMicrotask(resolve));
  return changed.mock.calls.length === 1;
}

test("changes in the shadow roots that the page is read in are looked at, also after they were made anew", async () => {
  const record = host("x-record", field("Tess"));
  const aside = host("x-aside", text("p", "clock"));
  const shell = host("x-shell", record, aside);
  document.body.append(shell);
  const changed = watching();

  const bold = (of: HTMLElement) =>
    shadow(shadow(of).querySelector("x-field") as Element).querySelector("b") as Element;
  expect(await isSeen(changed, () => bold(record).replaceChildren("Rob"))).toBe(true);
  expect(await isSeen(changed, () => record.style.setProperty("display", "none"))).toBe(true);
  expect(
    await isSeen(changed, () => bold(record).dispatchEvent(new Event("change", { bubbles: true }))),
  ).toBe(true);
  // Its own shadow root only: nobody reads there.
  expect(await isSeen(changed, () => shadow(aside).replaceChildren("tick"))).toBe(false);

  const again = host("x-record", field("Tess"));
  expect(await isSeen(changed, () => record.replaceWith(again))).toBe(true);
  expect(await isSeen(changed, () => bold(again).replaceChildren("Rob"))).toBe(true);
  // The old one is gone, and no longer watched.
  expect(await isSeen(changed, () => bold(record).replaceChildren("Ada"))).toBe(false);
});

test("a shadow root that is attached later is found, and not looked for for ever", async () => {
  const shell = document.createElement("x-shell");
  document.body.append(shell);
  const changed = watching();
  await isSeen(changed, () => undefined);
  shell.attachShadow({ mode: "open" });
  vi.advanceTimersByTime(600);
  await isSeen(changed, () => undefined);
  const record = host("x-record", field("Tess"));
  expect(await isSeen(changed, () => shadow(shell).append(record))).toBe(true);

  shell.replaceWith(document.createElement("x-shell"));
  await isSeen(changed, () => undefined);
  let looks = 0;
  for (let turn = 0; turn < 200; turn++) {
    changed.mockClear();
    vi.advanceTimersByTime(600);
    await new Promise<void>((resolve) => queueMicrotask(resolve));
    looks += changed.mock.calls.length;
  }
  expect(looks).toBeGreaterThan(20);
  expect(looks).toBeLessThanOrEqual(120);
});

test("abort ends it in shadow roots, too", async () => {
  const record = host("x-record", field("Tess"));
  document.body.append(host("x-shell", record));
  const changed = watching();
  await isSeen(changed, () => undefined);
  controller.abort();
  expect(await isSeen(changed, () => shadow(record).append("x"))).toBe(false);
});

test("pages without >>> are watched in no shadow root", () => {
  document.body.append(host("x-shell", host("x-record", field("Tess"))));
  const plain = PageDefinition.parse({ kind: "ticket", url: "/:id", fields: { assignee: [{ css: "b" }] } });
  expect(shadowParts(document, plain)).toEqual({ roots: new Set(), stuck: false });
  expect(shadowParts(document, null).roots.size).toBe(0);
  expect(shadowParts(document, page).roots.size).toBe(3);
});
