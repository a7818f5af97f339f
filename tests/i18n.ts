import en from "../locales/en.json";

interface Messages {
  readonly [key: string]: string | Messages;
}

/** Every text of a locale file by its key (`card.copied`); plural forms are keys of their own (`options.found.n`). */
export function flatten(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[`${prefix}${key}`, value] as const]
        : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const texts = flatten(en);

function message(key: string): string {
  const text = texts.get(key);
  if (text === undefined) throw new Error(`No text "${key}" in locales/en.json`);
  return text;
}

/** Stands in for `#i18n` where no browser tells the texts: the same keys, substitutions and plurals, from en.json. */
export const i18n = {
  t(key: string, ...options: (readonly (string | number)[] | number)[]): string {
    const count = options.find((option) => typeof option === "number");
    const substitutions = options.find((option) => typeof option === "object") ?? [count ?? ""];
    const form = count === undefined ? key : pluralKey(key, count);
    return message(form).replace(/\$(\d)/g, (_, number) => String(substitutions[Number(number) - 1] ?? ""));
  },
};

/** Texts with `0`, `1` and `n`, or `1` and `n` only. */
function pluralKey(key: string, count: number): string {
  if (count === 1) return `${key}.1`;
  return count === 0 && texts.has(`${key}.0`) ? `${key}.0` : `${key}.n`;
}
