import * as z from "zod/mini";
import type { FieldSource, PageDefinition } from "./page-definition";
import type { Trace } from "./read-field";

/** How one field was read: its sources in their order, and which of them answered. No text of the page is in it. */
export const FieldReport = z.object({
  name: z.string(),
  sources: z.array(z.object({ kind: z.enum(["css", "label", "url", "json"]), where: z.string() })),
  /** Index of the source that answered; those before it did not. `null`: none did. */
  answered: z.nullable(z.number()),
});
export type FieldReport = z.infer<typeof FieldReport>;

/** What a reading's trace says about each field of its page definition; fields that were not read are left out. */
export function explainReading({ fields }: Pick<PageDefinition, "fields">, trace: Trace): FieldReport[] {
  return Object.entries(fields).flatMap(([name, sources]) => {
    const answered = sources && trace.get(sources);
    return !sources || answered === undefined
      ? []
      : [{ name, sources: sources.map(describeSource), answered }];
  });
}

function describeSource(source: FieldSource): FieldReport["sources"][number] {
  if ("url" in source) return { kind: "url", where: source.url };
  if ("label" in source) return { kind: "label", where: source.label };
  if ("json" in source) return { kind: "json", where: source.json };
  return { kind: "css", where: source.attr ? `${source.css} @${source.attr}` : source.css };
}
