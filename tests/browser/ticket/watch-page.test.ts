import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PageWatch, watchPage } from "../../../lib/ticket/watch-page";

let controller: AbortController;
let watched: PageWatch;
const address = location.href;

beforeEach(() => {
  controller = new AbortController();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
  history.replaceState(null, "", address);
  document.body.replaceChildren();
  document.documentElement.removeAttribute("data-theme");
});

const moved = vi.fn();

function watch() {
  const changed = vi.fn();
  moved.mockClear();
  watched = watchPage({ changed, moved }, controller.signal);
  expect(changed).toHaveBeenCalledTimes(1);
  changed.mockClear();
  return changed;
}

/** Lets the browser report changes of the document, as it does before anything else. */
const reported = () => new Promise<void>((resolve) => queueMicrotask(resolve));

async function after(milliseconds: number): Promise<void> {
  await reported();
  vi.advanceTimersByTime(milliseconds);
}

test("looks once at the start", () => {
  watch();
});

test("a burst of changes is one look, 100 ms after the first", async () => {
  const changed = watch();
  for (let count = 0; count < 50; count++) document.body.append(document.createElement("p"));
  await after(99);
  document.body.append("more");
  await reported();
  expect(changed).not.toHaveBeenCalled();
  await after(1);
  expect(changed).toHaveBeenCalledTimes(1);
  await after(10_000);
  expect(changed).toHaveBeenCalledTimes(1);
});

test("a page that never rests is looked at again and again, not never", async () => {
  const changed = watch();
  for (let step = 0; step < 100; step++) {
    document.body.textContent = `step ${step}`;
    await after(20);
  }
  expect(changed.mock.calls.length).toBeGreaterThanOrEqual(15);
  expect(changed.mock.calls.length).toBeLessThanOrEqual(20);
});

test.each<[string, () => void]>([
  ["a re-render", () => document.body.replaceChildren(document.createElement("main"))],
  ["a changed text", () => document.body.append("x")],
  ["another class", () => document.body.classList.toggle("other")],
  ["another theme", () => document.documentElement.setAttribute("data-theme", "dark")],
  ["pushState without any change", () => history.pushState(null, "", "#other")],
  ["replaceState", () => history.replaceState(null, "", "#third")],
  [
    "the back/forward cache",
    () => window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  ],
  ["a choice in a form", () => document.body.dispatchEvent(new Event("change", { bubbles: true }))],
])("%s is looked at", async (_, change) => {
  const changed = watch();
  change();
  await after(100);
  expect(changed).toHaveBeenCalledTimes(1);
});

test("what shows nothing is not looked at", async () => {
  const changed = watch();
  document.body.setAttribute("data-counter", "1");
  document.body.style.setProperty("--x", "1");
  window.dispatchEvent(new Event("scroll"));
  await after(1000);
  expect(changed).not.toHaveBeenCalled();
  document.body.removeAttribute("style");
  document.body.removeAttribute("data-counter");
});

test("attributes that a page definition names count, too", async () => {
  const changed = watch();
  watched.addAttributes(["data-owner", "class"]);
  document.body.setAttribute("data-owner", "tess");
  await after(100);
  expect(changed).toHaveBeenCalledTimes(1);
  document.body.classList.toggle("other");
  await after(100);
  expect(changed).toHaveBeenCalledTimes(2);
  document.body.removeAttribute("data-owner");
});

test.each<[string, () => void]>([
  ["pushState", () => history.pushState(null, "", "#other")],
  ["replaceState", () => history.replaceState(null, "", "#third")],
  ["back", () => window.dispatchEvent(new PopStateEvent("popstate"))],
])("%s is told at once", (_, change) => {
  watch();
  change();
  expect(moved).toHaveBeenCalled();
});

test("a re-render is no move", async () => {
  watch();
  document.body.append("x");
  await after(1000);
  expect(moved).not.toHaveBeenCalled();
});

test("abort stops it, even the look that is on its way", async () => {
  const changed = watch();
  document.body.append("x");
  await reported();
  controller.abort();
  await after(1000);
  document.body.append("y");
  window.dispatchEvent(new PageTransitionEvent("pageshow"));
  history.pushState(null, "", "#other");
  document.body.dispatchEvent(new Event("change", { bubbles: true }));
  await after(1000);
  expect(changed).not.toHaveBeenCalled();
});
