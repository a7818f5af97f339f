import { writeFileSync } from "node:fs";
import { configurationSchema } from "./configuration-schema";

/** `npm run schema`: writes docs/configuration.schema.json. A unit test tells when it is out of date. */
writeFileSync(new URL("../../docs/configuration.schema.json", import.meta.url), configurationSchema());
