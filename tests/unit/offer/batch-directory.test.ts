import { expect, test } from "vitest";
import { batchDirectory } from "../../../lib/offer/batch-directory";
import type { Directory } from "../../../lib/offer/match-technician";
import { directoryOf } from "./directory";

const people = directoryOf(
  { email: "tess@example.com", name: "Tess Tech" },
  { email: "rob@example.com", name: "Rob Remote" },
);

test("what is asked in one turn is one look, and each gets its own answer only", async () => {
  const asked: Parameters<Directory["find"]>[] = [];
  const batched = batchDirectory({
    find: (...question) => {
      asked.push(question);
      return people.find(...question);
    },
  });
  const [tess, rob, nobody] = await Promise.all([
    batched.find(["tess@example.com"], []),
    batched.find([], ["rob remote", "tess tech"]),
    batched.find(["nobody@example.com"], []),
  ]);
  expect(asked).toEqual([
    [
      ["tess@example.com", "nobody@example.com"],
      ["rob remote", "tess tech"],
    ],
  ]);
  expect([...tess.technicians.keys()]).toEqual(["tess@example.com"]);
  expect([...tess.identities]).toEqual([]);
  expect([...rob.identities.keys()]).toEqual(["rob remote", "tess tech"]);
  expect([...rob.technicians]).toEqual([]);
  expect(nobody.technicians.size).toBe(0);

  await batched.find(["rob@example.com"], []);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toEqual([["rob@example.com"], []]);
});

test("a directory that fails fails for all who asked, and can be asked again", async () => {
  let fails = true;
  const batched = batchDirectory({
    find: (...question) => (fails ? Promise.reject(new Error("disk")) : people.find(...question)),
  });
  const both = await Promise.allSettled([batched.find(["a@b.example"], []), batched.find([], ["x"])]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect((await batched.find(["tess@example.com"], [])).technicians.size).toBe(1);
});
