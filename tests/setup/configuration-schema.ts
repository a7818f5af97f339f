import * as z from "zod/mini";
import { ConfigurationDocument } from "../../lib/settings/configuration";

/** The configuration document as JSON Schema, for editors and for admins who write one by hand. */
export function configurationSchema(): string {
  const schema = z.toJSONSchema(ConfigurationDocument, { io: "input", unrepresentable: "any" });
  return `${JSON.stringify({ title: "CallCard configuration document", ...schema }, null, 2)}\n`;
}
