import { FieldSource, Place } from "../page-definition";

/** What is wrong with a line, by its number (the first is 1). */
export interface LineProblem {
  line: number;
  code: "kind" | "selector" | "regex" | "label" | "json" | "source" | "position" | "many";
  detail: string;
}

export type Parsed<T> = { ok: true; value: T[] } | { ok: false; problem: LineProblem };

const MAX_LINES = 20;

/** Sources as people edit them, one a line: `label assignee`, `css .owner`, `url id`, anything more as JSON. */
export function sourcesToText(sources: readonly FieldSource[]): string {
  return sources
    .map((source) => {
      const [[kind, text] = ["", ""], ...more] = Object.entries(source);
      const isPlain = more.length === 0 && typeof text === "string" && /^\S(?:.*\S)?$/.test(text);
      return isPlain && kind !== "json" ? `${kind} ${text}` : JSON.stringify(source);
    })
    .join("\n");
}

/** Reads what `sourcesToText` wrote, and what people have changed in it. Empty lines are left out. */
export function parseSources(text: string): Parsed<FieldSource> {
  return parseLines(text, (line) => {
    if (line.startsWith("{")) return parseJson(line);
    const [, kind = "", value = ""] = /^(label|css|url)\s+(.+)$/.exec(line) ?? [];
    return kind === "" ? { code: "kind", detail: "" } : check({ [kind]: value }, kind, value);
  });
}

/** Places, one a line: `after .sidebar > section`. */
export function placesToText(places: readonly Place[]): string {
  return places.map(({ position, at }) => `${position} ${at}`).join("\n");
}

/** Reads what `placesToText` wrote. */
export function parsePlaces(text: string): Parsed<Place> {
  return parseLines(text, (line) => {
    const [, position = "", at = ""] = /^(before|prepend|append|after)\s+(.+)$/.exec(line) ?? [];
    if (position === "") return { code: "position", detail: "" };
    const parsed = Place.safeParse({ position, at });
    return parsed.success ? { value: parsed.data } : { code: "selector", detail: at };
  });
}

type Line<T> = { value: T } | Omit<LineProblem, "line">;

function parseLines<T>(text: string, parse: (line: string) => Line<T>): Parsed<T> {
  const value: T[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const parsed = parse(line);
    if (!("value" in parsed)) return { ok: false, problem: { line: index + 1, ...parsed } };
    value.push(parsed.value);
  }
  if (value.length > MAX_LINES)
    return { ok: false, problem: { line: MAX_LINES + 1, code: "many", detail: "" } };
  return { ok: true, value };
}

function parseJson(line: string): Line<FieldSource> {
  try {
    return check(JSON.parse(line), "{", line);
  } catch (error) {
    return { code: "json", detail: error instanceof Error ? error.message : line };
  }
}

function check(raw: unknown, kind: string, detail: string): Line<FieldSource> {
  const parsed = FieldSource.safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  if (kind === "label") return { code: "label", detail };
  const messages = JSON.stringify(parsed.error.issues);
  if (messages.includes("not-a-selector") || kind === "css") return { code: "selector", detail };
  return { code: messages.includes("not-a-regex") ? "regex" : "source", detail };
}
