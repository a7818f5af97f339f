/** One step of a pointer: a name, and perhaps a condition on the entries of the array below it. */
const STEP = /\/([^/[\]]*)(?:\[(\w+)==((?:\/[^/[\]]*)+)\])?/gy;

/**
 * Reads what a pointer leads to in an answer of the lookup.
 * @param json any parsed JSON; `undefined` where there is no answer
 * @returns texts and numbers as texts; nothing for objects, `null` and pointers that lead nowhere
 * @see https://www.rfc-editor.org/rfc/rfc6901
 */
export function readPointer(json: unknown, pointer: string): string[] {
  return followPointer(json, pointer).flatMap((value) =>
    typeof value === "string" || typeof value === "number" ? [String(value)] : [],
  );
}

/** Every value that a pointer leads to. */
export function followPointer(json: unknown, pointer: string): unknown[] {
  let values: unknown[] = [json];
  for (const [, name = "", key, other] of pointer.matchAll(STEP)) {
    values = values.flatMap((value) => step(value, name.replaceAll("~1", "/").replaceAll("~0", "~")));
    if (key !== undefined && other !== undefined) {
      const [wanted] = followPointer(json, other);
      values = values
        .flatMap((value) => (Array.isArray(value) ? value : []))
        .filter(
          (entry) =>
            wanted !== undefined && step(entry, key).some((found) => String(found) === String(wanted)),
        );
    }
  }
  return values.filter((value) => value !== undefined);
}

function step(value: unknown, name: string): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (name === "*") return Array.isArray(value) ? value : [];
  return Object.hasOwn(value, name) ? [(value as Record<string, unknown>)[name]] : [];
}
