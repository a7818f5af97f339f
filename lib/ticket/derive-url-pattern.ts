import { matchUrl } from "./match-url";

/** Texts that look like ids, and what each becomes in a pattern. The `v` flag of URLPattern takes no `[\w-]`. */
const KINDS: readonly { looks: RegExp; pattern: string }[] = [
  { looks: /^\d{1,20}$/, pattern: "\\d+" },
  {
    looks: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
    pattern: "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
  },
  { looks: /^[\da-f]{24}$|^[\da-f]{32}$/i, pattern: "[0-9a-fA-F]+" },
  { looks: /^[A-Z][A-Z\d_]{0,19}-\d{1,12}$/, pattern: "[A-Z]\\w*-\\d+" },
  { looks: /^[A-Z]{2,8}\d{3,12}$/, pattern: "[A-Z]+\\d+" },
];
/** "123-printer-on-fire": the words follow the subject, and change with it. */
const WITH_WORDS = /^(\d{1,20})-[^/]*\D[^/]*$/;
/** Parameters that say which tab, order or language is shown, not which page. */
const NOISE =
  /^(?:utm_.*|ref|referrer|source|from|tab|sort|order|dir|lang|locale|language|theme|page|q|query|search|filter|token|session|sid)$/i;
const ID_NAME = /(?:^|_|-|[a-z])id$|^(?:id|t|no|nr|num|number|key|case|ticket|issue|bug|request|call)$/i;
const WORD = /^[A-Za-z][\w.-]{0,60}$/;
const MAX_LENGTH = 300;

/**
 * The `url` of a page definition (see `matchUrl`) for the kind of page that one address is an example of: the id becomes
 * `:id`, other ids in the path any of their kind, and what names the page stays.
 * @param url an example, without the portal's base path
 * @param number the ticket's number as the page prints it ("#123", "HELP-12"): settles which part is the id
 * @returns `null` where nothing in the address looks like an id, or where that part is not the whole of a segment
 */
export function deriveUrlPattern(url: URL, number: string | null): string | null {
  const printed = number?.trim().replace(/^#\s*/, "").toLowerCase() || null;
  const path = url.pathname.replace(/\/+$/, "");
  const [hash = "", hashSearch] = url.hash.slice(1).replace(/\/+$/, "").split("?");
  const parameters = [...new URLSearchParams(url.search.slice(1).replaceAll(";", "&"))];

  const inPath = findId(path, printed);
  const inHash = findId(hash, printed);
  const inSearch =
    parameters.findIndex(([, value]) => value.toLowerCase() === printed) + 1 ||
    parameters.findIndex(([name, value]) => ID_NAME.test(name) && kindOf(value)) + 1;
  const isPrinted = (value: string | undefined) => printed !== null && value?.toLowerCase() === printed;

  const candidates = [
    { isPrinted: isPrinted(inPath?.id), isThere: inPath?.isLast, make: () => withPath(path, inPath) },
    {
      isPrinted: isPrinted(parameters[inSearch - 1]?.[1]),
      isThere: inSearch > 0,
      make: () => withParameters(path, parameters, inSearch - 1),
    },
    {
      isPrinted: isPrinted(inHash?.id),
      isThere: inHash !== null,
      make: () =>
        `${withPath(path, null) || "/"}#${withPath(hash, inHash)}${hashSearch === undefined ? "" : "{*}?"}`,
    },
    { isPrinted: false, isThere: inPath !== null, make: () => withPath(path, inPath) },
  ];
  const chosen = candidates.find((each) => each.isPrinted) ?? candidates.find((each) => each.isThere);
  const pattern = chosen?.make();
  return pattern && pattern.length <= MAX_LENGTH && matchUrl(pattern, url)?.id ? pattern : null;
}

interface FoundId {
  /** Which segment. */
  at: number;
  id: string;
  isLast: boolean;
}

/** The segment that is the printed number, else the last one that looks like an id. */
function findId(path: string, printed: string | null): FoundId | null {
  const segments = path.split("/");
  const ids = segments.map((segment) => numberBeforeWords(segment) ?? decode(segment));
  const isId = (id: string) => kindOf(id) !== null;
  const exact = ids.findLastIndex((id) => id.toLowerCase() === printed);
  const at = exact < 0 ? ids.findLastIndex(isId) : exact;
  return at < 0 ? null : { at, id: ids[at] ?? "", isLast: at === segments.length - 1 };
}

function withPath(path: string, found: FoundId | null): string {
  return path
    .split("/")
    .map((segment, at) => {
      const kind = kindOf(decode(segment));
      if (at !== found?.at) return kind === "\\d+" ? "(\\d+)" : literal(segment);
      if (numberBeforeWords(segment)) return ":id(\\d+){-:words}?";
      return kind ? `:id(${kind})` : ":id";
    })
    .join("/");
}

function withParameters(path: string, parameters: readonly [string, string][], id: number): string {
  const kept = parameters.flatMap(([name, value], at) => {
    if (!/^[\w.[\]-]+$/.test(name)) return [];
    const kind = kindOf(value);
    if (at === id) return [kind ? `${name}=:id(${kind})` : `${name}=:id`];
    return WORD.test(value) && !NOISE.test(name) ? [`${name}=${value}`] : [];
  });
  return `${withPath(path, null) || "/"}?${kept.join("&")}`;
}

function numberBeforeWords(segment: string): string | null {
  return kindOf(segment) === null ? (WITH_WORDS.exec(segment)?.[1] ?? null) : null;
}

/** What an id like this one becomes in a pattern; `null` when it does not look like an id. */
function kindOf(text: string): string | null {
  return KINDS.find(({ looks }) => looks.test(text))?.pattern ?? null;
}

/** Characters that mean something in URLPattern's syntax. */
function literal(segment: string): string {
  return segment.replace(/[\\:*+?{}()]/g, "\\$&");
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
