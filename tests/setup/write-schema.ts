import { writeFileSync } from "node:fs";
import { configurationSchema } from "./configuration-schema";
import { lookupApi } from "./lookup-api";

/** `npm run schema`: writes what docs/ publishes of our formats. Unit tests tell when it is out of date. */
writeFileSync(new URL("../../docs/configuration.schema.json", import.meta.url), configurationSchema());
writeFileSync(new URL("../../docs/lookup-api.yaml", import.meta.url), lookupApi());
