import * as z from "zod/mini";
import { Refused } from "./problem";

/**
 * Parses a query or a body. Keys that the documentation does not know are refused, so that a typing error is seen.
 * @throws Refused 400, with a detail for each thing that is wrong
 */
export function check<T>(schema: z.ZodMiniType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refused(
    400,
    parsed.error.issues.map((issue) => ({
      parameter: (issue.code === "unrecognized_keys" ? issue.keys : issue.path).join("."),
      message: issue.message,
    })),
  );
}

/** @throws Refused 400 */
export function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused(400, [{ parameter: "body", message: "is not JSON" }]);
  }
}

/** An instant with its offset. */
export const instant = z.iso.datetime({ offset: true });
