/** The named groups of a matched address. `id` is always among them for a page definition. */
export type UrlGroups = Readonly<Record<string, string>>;

interface UrlMatcher {
  path: URLPattern;
  parameters: ReadonlyMap<string, URLPattern>;
  /** Parameters that must not be there. */
  absent: readonly string[];
  hash: URLPattern | null;
}

const matchers = new Map<string, UrlMatcher | null>();

/**
 * Matches an address against the `url` of a page definition.
 *
 * The path and the hash are URLPattern pathnames. Behind the path stand the query parameters that must be there, in
 * any order, separated by `&` (in the address `;` is understood too, as in Znuny): `/Ticket/Display.html?id=:id(\\d+)`. One
 * that must not be there is written `!name`: `/index.php?m=candidates&!a`.
 * @param basePath path of the portal below its origin, such as `/rt`, or empty
 * @returns the groups, or `null` when the address is not this page (or the pattern is broken)
 * @see https://urlpattern.spec.whatwg.org/
 */
export function matchUrl(pattern: string, url: URL, basePath = ""): UrlGroups | null {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) {
    matcher = compile(pattern);
    matchers.set(pattern, matcher);
  }
  if (!matcher || !url.pathname.startsWith(basePath)) return null;

  const groups: Record<string, string> = {};
  const matches = (part: URLPattern, value: string): boolean => {
    const found = part.exec({ pathname: value });
    for (const [name, group] of Object.entries(found?.pathname.groups ?? {})) {
      if (group) groups[name] = decode(group);
    }
    return found !== null;
  };

  const path = url.pathname.slice(basePath.length);
  if (!matches(matcher.path, path) && !matches(matcher.path, path.replace(/\/$/, ""))) return null;
  if (matcher.hash && !matches(matcher.hash, `/${url.hash.replace(/^#\/?/, "")}`)) return null;
  const parameters = new URLSearchParams(url.search.slice(1).replaceAll(";", "&"));
  for (const [name, part] of matcher.parameters) {
    const values = parameters.getAll(name);
    if (!values.some((value) => matches(part, `/${encodeURIComponent(value)}`))) return null;
  }
  return matcher.absent.some((name) => parameters.has(name)) ? null : groups;
}

/** Whether the browser understands a pattern. */
export function isUrlPattern(pattern: string): boolean {
  return compile(pattern) !== null;
}

function compile(pattern: string): UrlMatcher | null {
  const [, path = "", search = "", hash] =
    /^(.*?)(?:\?(?=[\w.[\]-]+=|![\w.[\]-]+)(.*?))?(?:#(.*))?$/s.exec(pattern) ?? [];
  const parts = search.split("&").filter(Boolean);
  try {
    return {
      path: new URLPattern({ pathname: path }),
      parameters: new Map(
        parts
          .filter((part) => !part.startsWith("!"))
          .map((parameter) => {
            const [name = "", ...value] = parameter.split("=");
            return [name, new URLPattern({ pathname: `/${value.join("=")}` })];
          }),
      ),
      absent: parts.filter((part) => part.startsWith("!")).map((part) => part.slice(1)),
      hash: hash === undefined ? null : new URLPattern({ pathname: `/${hash.replace(/^\//, "")}` }),
    };
  } catch {
    return null;
  }
}

function decode(group: string): string {
  try {
    return decodeURIComponent(group);
  } catch {
    return group;
  }
}
