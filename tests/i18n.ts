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

/** The texts as the build hands them to the browser: dots become underscores, plurals one text. */
const built = new Map<string, string>();
speak(en);

/** Sets the language of all texts, as the browser's own would. */
export function speak(messages: Messages): void {
  built.clear();
  for (const [key, text] of flatten(messages)) {
    const name = key.replace(/\.(?:0|1|n)$/, "").replaceAll(".", "_");
    const forms = built.get(name);
    built.set(name, forms === undefined ? text : `${forms} | ${text}`);
  }
}

/**
 * What `browser.i18n.getMessage` does in the built extension.
 * @throws when there is no such text; the browser would show nothing
 */
export function getMessage(name: string, substitutions: string | readonly string[] = []): string {
  const text = built.get(name);
  if (text === undefined) throw new Error(`No text "${name}" in the locale`);
  const given = [substitutions].flat();
  return text.replace(/\$(\d)/g, (_, number) => given[Number(number) - 1] ?? "");
}
