import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import en from "../../locales/en.json";
import { flatten } from "../i18n";

const files = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path).replaceAll("\\", "/"))
    .filter((path) => name.test(path))
    .sort();
const source = (path: string) => readFileSync(path, "utf8");
const sources = ["lib", "components", "entrypoints"].flatMap((folder) => files(folder, /\.tsx?$/));

/** What a file imports: paths from the project's root, or package names. */
function importsOf(path: string): string[] {
  const from = [...source(path).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(
    ([, what = ""]) => what,
  );
  return from.map((what) => (what.startsWith(".") ? join(dirname(path), what).replaceAll("\\", "/") : what));
}

/** Code without its comments, so that words in them do not count. */
function code(path: string): string {
  return source(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1");
}

test("there is something to look at", () => {
  for (const folder of ["lib", "components", "entrypoints"]) {
    expect(sources.filter((path) => path.startsWith(`${folder}/`)).length).toBeGreaterThan(5);
  }
});

test.each(sources.filter((path) => path.startsWith("lib/")))(
  "%s knows no view and no entry point",
  (path) => {
    expect(importsOf(path).filter((what) => /^(?:components|entrypoints|preact)\b/.test(what))).toEqual([]);
  },
);

test.each(sources.filter((path) => path.startsWith("components/")))(
  "%s leaves the browser's API alone",
  (path) => {
    expect(
      importsOf(path).filter((what) => /^(?:entrypoints\/|wxt\b|webextension-polyfill)/.test(what)),
    ).toEqual([]);
    expect(code(path)).not.toMatch(/\b(?:browser|chrome)\s*\??\.\s*\w/);
  },
);

test("what runs in the portal's page never touches the tokens", () => {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    const file = sources.find(
      (one) => one === `${path}.ts` || one === `${path}.tsx` || one === `${path}/index.ts`,
    );
    if (!file || seen.has(file)) return;
    seen.add(file);
    for (const what of importsOf(file)) visit(what);
  };
  for (const file of sources)
    if (file.startsWith("entrypoints/overlay.content/")) visit(file.replace(/\.tsx?$/, ""));
  expect(seen).toContain("lib/ticket/lookup/ask-lookup.ts");
  expect(seen).not.toContain("lib/settings/secrets.ts");
});

test.each(sources)("%s makes no elements from text", (path) => {
  expect(code(path)).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc|\beval\s*\(|new Function\b/i,
  );
});

test.each(files("lib/ticket/presets", /\/(?!(?:index|preset)\.ts$)[^/]+\.ts$/))(
  "%s is in the registry",
  (path) => expect(importsOf("lib/ticket/presets/index.ts")).toContain(path.replace(/\.ts$/, "")),
);

describe("the languages", () => {
  const texts = flatten(en);
  const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort();

  test.each(files("locales", /\.json$/))(
    "%s has the texts of en.json, with the same placeholders",
    (path) => {
      const theirs = flatten(JSON.parse(source(path)));
      const own = (key: string) => key.replace(/\.(?:0|1|n)$/, "");
      const plurals = new Set([...texts.keys()].filter((key) => key.endsWith(".n")).map(own));
      // Languages may need fewer or more forms of a plural; one for "many" has to be there.
      const single = (all: ReadonlyMap<string, string>) =>
        [...all.keys()].filter((key) => key.endsWith(".n") || !plurals.has(own(key))).sort();
      expect(single(theirs)).toEqual(single(texts));
      for (const key of single(texts)) {
        expect([key, placeholders(theirs.get(key) ?? "")]).toEqual([key, placeholders(texts.get(key) ?? "")]);
      }
      expect(theirs.get("meta.locale")).toBe(basename(path, ".json"));
      expect(["ltr", "rtl"]).toContain(theirs.get("meta.direction"));
      for (const [key, text] of theirs) expect([key, text.trim()]).not.toEqual([key, ""]);
    },
  );

  // A plural's forms are one text: `i18n.t("options.found", count)`.
  const keys = [...new Set([...texts.keys()].map((key) => key.replace(/\.(?:0|1|n)$/, "")))];
  const used = usedKeys();

  test("every text that is asked for is there", () => {
    expect(used.asked.filter((key) => !keys.includes(key))).toEqual([]);
  });

  test("browsers load an extension only when its keys are letters, digits and underscores", () => {
    expect(keys.filter((key) => !/^[\w.]+$/.test(key))).toEqual([]);
  });

  test("every text is used", () => {
    expect(keys.filter((key) => !used.mentions(key))).toEqual([]);
  });

  test("every placeholder in a text is filled, and none is missing", () => {
    const wrong = used.calls.filter(({ key, given }) => {
      const wanted = placeholders(texts.get(key) ?? texts.get(`${key}.n`) ?? "").length;
      return given !== null && wanted !== given;
    });
    expect(wrong).toEqual([]);
  });
});

/** The texts that the code asks for: in so many words, or by a key that is put together (`popup.none.${reason}`). */
function usedKeys() {
  const all = [...sources, "wxt.config.ts"].map((path) => code(path)).join("\n");
  const calls = [...all.matchAll(/\bt\(\s*"([\w.]+)"\s*(?:,\s*\[([^\]]*)\]\s*)?(\)?)/g)];
  const literals = new Set(
    [...all.matchAll(/["'`]([\w-]+(?:\.[\w-]+)+)["'`]/g)].map(([, text = ""]) => text),
  );
  const patterns = [...all.matchAll(/`((?:[\w-]+\.)+(?:[\w.-]|\$\{[^}]*\})*)`/g)]
    .map(([, text = ""]) => text)
    .filter((text) => text.includes("${"))
    .map((text) => new RegExp(`^${text.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[\\w-]+")}$`));
  const manifest = new Set([...all.matchAll(/__MSG_(\w+)__/g)].map(([, name = ""]) => name));
  return {
    asked: [...new Set(calls.map(([, key = ""]) => key))],
    mentions: (key: string) =>
      literals.has(key) ||
      manifest.has(key.replaceAll(".", "_")) ||
      patterns.some((pattern) => pattern.test(key)),
    /** Calls with a list of substitutions in place; `null` where their number cannot be told. */
    calls: calls
      .filter(([, , list, end]) => list !== undefined || end === ")")
      .map(([, key = "", list]) => ({
        key,
        given: list?.match(/[[(]/) ? null : list?.split(/,(?!\s*$)/).length || 0,
      })),
  };
}
