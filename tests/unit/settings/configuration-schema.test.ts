import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configurationSchema } from "../../setup/configuration-schema";

test("docs/configuration.schema.json is what the code accepts; `npm run schema` writes it", () => {
  const written = readFileSync(new URL("../../../docs/configuration.schema.json", import.meta.url), "utf8");
  expect(written).toBe(configurationSchema());
});
