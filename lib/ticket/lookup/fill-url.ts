import type { UrlGroups } from "../match-url";
import { readPointer } from "./read-pointer";

/** What stands for the placeholders of a lookup's address. */
export interface Placeholders {
  /** The portal's origin and the folder below which it is installed. */
  origin: string;
  basePath: string;
  /** The named groups of the page's address. */
  groups: UrlGroups;
  /** The number that people see. */
  number: string;
  /** The first answer, for a second hop. */
  first?: unknown;
}

const PLACEHOLDER = /\{(\/[^{}]*|\w+)\}/g;
const DOTS = /^(?:\.|%2e){1,2}$/i;

/**
 * Fills in a lookup's address. Values are percent-encoded, so they change neither host nor depth.
 * @returns `null` where a placeholder has no value, or a value would lead to another folder (`..`)
 */
export function fillUrl(template: string, given: Placeholders): URL | null {
  const { origin, basePath } = given;
  const start = template.startsWith("{origin}") ? origin : template.startsWith("/") ? origin + basePath : "";
  let complete = true;
  const rest = template.replace(/^\{origin\}/, "").replace(PLACEHOLDER, (_, name: string) => {
    const value = lookUp(name, given);
    complete &&= value !== undefined && value !== "";
    return encodeURIComponent((value ?? "").replace(/\p{Surrogate}/gu, "")); // half a character has no encoding
  });
  const filled = start + rest;
  const [path = ""] = filled.split(/[?#]/, 1);
  if (!complete || path.split("/").some((part) => DOTS.test(part)) || !URL.canParse(filled)) return null;
  return new URL(filled);
}

function lookUp(name: string, { origin, groups, number, first }: Placeholders): string | undefined {
  if (name.startsWith("/")) return readPointer(first, name)[0];
  if (name === "origin") return origin;
  if (name === "number") return number;
  return Object.hasOwn(groups, name) ? groups[name] : undefined;
}
