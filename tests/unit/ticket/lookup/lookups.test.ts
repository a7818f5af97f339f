import { expect, test, vi } from "vitest";
import type { LookupOutcome } from "../../../../lib/ticket/lookup/ask-lookup";
import { createLookups } from "../../../../lib/ticket/lookup/lookups";

const answer = (json: unknown): LookupOutcome => ({ kind: "answer", json, failure: null });
const WAITING = { kind: "waiting" };

/** Questions whose answers come when the test says. */
function given() {
  let time = 1_000_000;
  const answers: ((outcome: LookupOutcome | Error) => void)[] = [];
  const changed = vi.fn();
  const lookups = createLookups(changed, () => time);
  const ask = vi.fn(
    () =>
      new Promise<LookupOutcome>((resolve, reject) => {
        answers.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)));
      }),
  );
  return {
    lookups,
    changed,
    ask,
    read: (key: string, about = key) => lookups.read(key, about, ask),
    async answer(index: number, outcome: LookupOutcome | Error) {
      answers[index]?.(outcome);
      await Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => Promise.resolve());
    },
    later: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

test("asked once, however often the page changes; the answer is told of, and stays", async () => {
  const { read, ask, answer: come, changed, later } = given();
  for (let change = 0; change < 100; change++) expect(read("A")).toEqual(WAITING);
  expect(ask).toHaveBeenCalledTimes(1);
  await come(0, answer("tess"));
  expect(changed).toHaveBeenCalledTimes(1);
  later(3600);
  expect(read("A")).toEqual(answer("tess"));
  expect(ask).toHaveBeenCalledTimes(1);
});

test("A, B, A: answers that come late or in another order count for their own question only", async () => {
  const { read, ask, answer: come } = given();
  read("A");
  read("B");
  expect(read("A")).toEqual(WAITING);
  await come(1, answer("rob"));
  expect(read("A")).toEqual(WAITING);
  expect(read("B")).toEqual(answer("rob"));
  await come(0, answer("tess"));
  expect(read("B")).toEqual(answer("rob"));
  expect(read("A")).toEqual(answer("tess"));
  expect(ask).toHaveBeenCalledTimes(2);
});

test("on another visit, an answer counts for a minute", async () => {
  const { read, ask, answer: come, later } = given();
  read("A");
  await come(0, answer("tess"));
  read("B");
  later(59);
  expect(read("A")).toEqual(answer("tess"));
  read("B");
  later(2);
  expect(read("A")).toEqual(WAITING);
  expect(ask).toHaveBeenCalledTimes(3);
});

test("at the click: asked anew only when older than a minute, and what is known stays meanwhile", async () => {
  const { read, lookups, ask, answer: come, later } = given();
  read("A");
  await come(0, answer("tess"));
  await lookups.refresh();
  expect(ask).toHaveBeenCalledTimes(1);
  later(61);
  const refreshed = lookups.refresh();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(read("A")).toEqual(answer("tess"));
  await come(1, answer("rob"));
  await refreshed;
  expect(read("A")).toEqual(answer("rob"));
});

test("a failure counts for 15 s; too many requests for as long as the server says", async () => {
  const { read, ask, answer: come, later } = given();
  read("A");
  await come(0, { kind: "failure", failure: { cause: "offline" } });
  later(14);
  expect(read("A")).toMatchObject({ kind: "failure" });
  expect(ask).toHaveBeenCalledTimes(1);
  later(2);
  read("A");
  expect(ask).toHaveBeenCalledTimes(2);
  await come(1, { kind: "failure", failure: { cause: "rate-limited", seconds: 300 } });
  later(299);
  read("A");
  expect(ask).toHaveBeenCalledTimes(2);
  later(2);
  read("A");
  expect(ask).toHaveBeenCalledTimes(3);
});

test("a background that does not answer is a failure, and no error", async () => {
  const { read, lookups, answer: come } = given();
  read("A");
  const settled = lookups.settled();
  await come(0, new Error("no receiving end"));
  expect(await settled).toBe(true);
  expect(read("A")).toEqual({ kind: "failure", failure: { cause: "offline" } });
});

test("nothing to wait for where nothing is asked", async () => {
  const { read, lookups } = given();
  read("A");
  lookups.leave();
  expect(await lookups.settled()).toBe(false);
});

test("the page has named somebody else in between: an older answer counts only until a new one has come", async () => {
  const { lookups, read, ask, answer: come } = given();
  read("nobody printed", "ticket");
  await come(0, answer("Tess"));
  read("Cleo printed", "ticket");
  await come(1, answer("Cleo"));
  lookups.leave(); // a page that is being built anew
  expect(read("nobody printed", "ticket")).toEqual(answer("Tess"));
  expect(ask).toHaveBeenCalledTimes(3);
  read("nobody printed", "ticket");
  expect(ask).toHaveBeenCalledTimes(3);
  await come(2, answer(null));
  expect(read("nobody printed", "ticket")).toEqual(answer(null));
});

test("back from another ticket, nothing is asked anew", async () => {
  const { read, ask, answer: come } = given();
  read("A");
  await come(0, answer("Tess"));
  read("B");
  await come(1, answer("Rob"));
  expect(read("A")).toEqual(answer("Tess"));
  expect(ask).toHaveBeenCalledTimes(2);
});
