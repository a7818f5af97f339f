import { expect, test } from "vitest";
import { createKnownValues } from "../../../lib/offer/known-values";
import { directoryOf } from "./directory";

test("a value is known after it was asked for and looked up", async () => {
  const known = createKnownValues(
    directoryOf({ email: "t.tech@example.com", name: "Tess Tech", aliases: ["tess"] }),
  );
  expect(known.isKnown("tess (Tess Tech)")).toBe(false);
  expect(known.isKnown("Eve Evil")).toBe(false);
  expect(await known.lookUp()).toBe(true);
  expect(known.isKnown("tess (Tess Tech)")).toBe(true);
  expect(known.isKnown("Eve Evil")).toBe(false);
});
