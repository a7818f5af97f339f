import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { createCount } from "../../../entrypoints/overlay.content/count-cards";

const ticket = (id: string) => ({ portal: "help", id });
let visibility: DocumentVisibilityState = "visible";

beforeEach(() => {
  visibility = "visible";
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility);
});
afterEach(() => void vi.restoreAllMocks());

function given() {
  const tell = vi.fn(async () => undefined);
  const count = createCount(tell);
  onTestFinished(count.stop);
  return { tell, count };
}

/** Until the page has had nothing to do, after everything that waited for that. */
const idle = () => new Promise((done) => requestIdleCallback(done));

function look(now: DocumentVisibilityState): void {
  visibility = now;
  document.dispatchEvent(new Event("visibilitychange"));
}

test("each ticket is counted once, however often its card is painted", async () => {
  const { tell, count } = given();
  for (let paint = 0; paint < 3; paint++) {
    count.shown(ticket("7"), "tess@example.com");
    await idle();
  }
  count.shown(ticket("8"), "omar@example.com");
  count.shown(ticket("7"), "tess@example.com");
  await idle();
  expect(tell.mock.calls).toEqual([
    ["shown", "tess@example.com"],
    ["shown", "omar@example.com"],
  ]);
});

test("nothing is told while the page is at work", async () => {
  const { tell, count } = given();
  count.shown(ticket("7"), "tess@example.com");
  await Promise.resolve();
  expect(tell).not.toHaveBeenCalled();
  await idle();
  expect(tell).toHaveBeenCalledOnce();
});

test("a calendar that was opened counts once; from a list's row, its button was seen", async () => {
  const { tell, count } = given();
  for (let click = 0; click < 2; click++) count.opened(ticket("7"), "tess@example.com");
  count.shown(ticket("7"), "tess@example.com");
  await idle();
  expect(tell.mock.calls.map(([step]: unknown[]) => step)).toEqual(["shown", "opened"]);
});

test("a card in a tab that nobody looks at is not shown until somebody does", async () => {
  const { tell, count } = given();
  visibility = "hidden";
  count.shown(ticket("7"), "tess@example.com");
  await idle();
  expect(tell).not.toHaveBeenCalled();
  look("visible");
  look("hidden");
  look("visible");
  await idle();
  expect(tell.mock.calls).toEqual([["shown", "tess@example.com"]]);
});

test("a card that has gone before anybody looked was not shown", async () => {
  const { tell, count } = given();
  visibility = "hidden";
  count.shown(ticket("7"), "tess@example.com");
  count.hidden();
  look("visible");
  await idle();
  expect(tell).not.toHaveBeenCalled();
});

test("an overlay that ends tells nothing more", async () => {
  const { tell, count } = given();
  count.shown(ticket("7"), "tess@example.com");
  count.stop();
  count.shown(ticket("8"), "tess@example.com");
  count.stop();
  await idle();
  expect(tell).not.toHaveBeenCalled();
});

test("whoever cannot be told does not matter", async () => {
  const { tell, count } = given();
  tell.mockRejectedValue(new Error("Extension context invalidated."));
  count.shown(ticket("7"), "tess@example.com");
  await idle();
  count.shown(ticket("8"), "tess@example.com");
  await idle();
  expect(tell).toHaveBeenCalledTimes(2);
});
