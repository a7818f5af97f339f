const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Markup that needs no escaping any more. */
export class Html {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

type Value = Html | string | number | null | false | readonly Value[];

/** Template tag that escapes what is filled in, but for `Html`; lists are joined, `null` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(String.raw({ raw: strings }, ...values.map(write)));
}

/** A value as JSON inside `<script type="application/json">`. */
export function inlineJson(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll("<", "\\u003c"));
}

function write(value: Value): string {
  if (value === null || value === false) return "";
  if (value instanceof Html) return value.toString();
  if (typeof value === "object") return value.map(write).join("");
  return String(value).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
