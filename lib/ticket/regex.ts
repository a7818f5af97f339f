import * as z from "zod/mini";

/** An expression with one group, whose text is the answer. */
export const RegexWithGroup = z
  .string()
  .check(z.maxLength(300), z.refine(isRegexWithGroup, { error: "not-a-regex-with-one-group" }));

/** An expression that a text matches or not. */
export const Regex = z.string().check(z.maxLength(300), z.refine(isRegex, { error: "not-a-regex" }));

function isRegex(value: string): boolean {
  try {
    return new RegExp(value) instanceof RegExp;
  } catch {
    return false;
  }
}

function isRegexWithGroup(value: string): boolean {
  try {
    return (new RegExp(`${value}|`).exec("")?.length ?? 0) === 2;
  } catch {
    return false;
  }
}
