import { matchUrl } from "../match-url";

/** How ids in addresses look, the most telling first, and the URLPattern group for each. */
const SHAPES = [
  {
    name: "uuid",
    is: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
    group: "[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12}",
  },
  { name: "key", is: /^[A-Z][A-Z\d_]*-\d+$/i, group: "[A-Za-z]\\w*-\\d+" },
  { name: "number", is: /^\d+$/, group: "\\d+" },
  { name: "titled", is: /^\d+-\p{L}/u, group: "\\d+" },
  { name: "token", is: /^(?=.*\d)[A-Za-z\d_]{5,}$/, group: "\\w+" },
] as const;
type Shape = (typeof SHAPES)[number];

const ID_PARAMETER = /^(?:.*[_-])?(?:id|number|no|nr|key|ticket|issue|case|incident|request|sys_id)$|Id$|ID$/;
/** Parameters that say which page it is: `Action=AgentTicketZoom`. */
const PAGE_PARAMETER = /^[A-Za-z_][\w.]{2,40}$/;
const MAX_URL = 300;

interface Part {
  where: "path" | "search" | "hash";
  /** Index of the segment, or name of the parameter. */
  at: number | string;
  value: string;
}

/** A page's address taken apart below the base path. */
interface Address {
  path: string[];
  search: [name: string, value: string][];
  hash: string[];
}

/**
 * Derives the `url` of a page definition from addresses of ticket pages: which part holds the id, and what stays.
 * @param urls addresses of different tickets, the first one first; two tell more than one
 * @param number what was pointed at as the ticket's number, if anything
 * @param basePath path of the portal below its origin
 * @returns the pattern (see `matchUrl`), which matches all of them with different ids; `null` when there is none
 */
export function deriveUrl(urls: readonly URL[], number: string | null, basePath = ""): string | null {
  const [first, ...others] = urls;
  if (!first?.pathname.startsWith(basePath)) return null;
  const rest = others.map((url) => takeApart(url, basePath));
  const here = takeApart(first, basePath);
  for (const { part, shape } of candidates(here, number)) {
    const pattern = build(here, rest, part, shape);
    if (pattern === null || pattern.length > MAX_URL) continue;
    const ids = urls.map((url) => matchUrl(pattern, url, basePath)?.id);
    if (ids.every((id) => id !== undefined) && new Set(ids).size === urls.length) return pattern;
  }
  return null;
}

function takeApart(url: URL, basePath: string): Address {
  const path = url.pathname.slice(basePath.length).replace(/^\//, "").replace(/\/$/, "");
  const hash = url.hash.replace(/^#\/?/, "");
  return {
    path: path === "" ? [] : path.split("/"),
    search: [...new URLSearchParams(url.search.slice(1).replaceAll(";", "&"))],
    hash: hash === "" ? [] : hash.split("/"),
  };
}

/** All parts that may hold the id, the likeliest first. */
function candidates({ path, search, hash }: Address, number: string | null): { part: Part; shape: Shape }[] {
  const parts: Part[] = [
    ...hash.map((value, at) => ({ where: "hash" as const, at, value })).reverse(),
    ...path.map((value, at) => ({ where: "path" as const, at, value })).reverse(),
    ...search.map(([at, value]) => ({ where: "search" as const, at, value })),
  ];
  const shaped = parts.flatMap((part) => {
    const shape = SHAPES.find(({ is }) => is.test(decode(part.value)));
    return shape ? [{ part, shape }] : [];
  });
  const rank = ({ part, shape }: { part: Part; shape: Shape }) =>
    (isNumber(part.value, number) ? 0 : 100) +
    (part.where === "search" && !ID_PARAMETER.test(String(part.at)) ? 50 : 0) +
    (shape.name === "token" ? 10 : 0);
  return shaped.sort((a, b) => rank(a) - rank(b)); // stable: what comes later in the address comes first
}

function isNumber(value: string, number: string | null): boolean {
  const wanted = number?.replace(/^[#\s]+/, "").toLowerCase();
  const here = decode(value).toLowerCase();
  return Boolean(wanted) && (here === wanted || here.replace(/-.*$/, "") === wanted);
}

function build(here: Address, others: readonly Address[], id: Part, shape: Shape): string | null {
  const group = `:id(${shape.group})${shape.name === "titled" ? "{-*}?" : ""}`;
  const path = segments("path", here.path, others, id, group);
  const hash = id.where === "hash" ? segments("hash", here.hash, others, id, group) : null;
  if (path === null || (id.where === "hash" && hash === null)) return null;
  const search = id.where === "search" ? parameters(here, others, String(id.at), group) : "";
  return `/${path}${search}${hash === null ? "" : `#${hash}`}`;
}

/** Segments with the id's group; what differs elsewhere becomes a group, what comes behind may be anything. */
function segments(
  where: "path" | "hash",
  here: readonly string[],
  others: readonly Address[],
  id: Part,
  group: string,
): string | null {
  const at = id.where === where ? Number(id.at) : -1;
  const head = at === -1 ? here.length : at + 1;
  if (others.some((other) => other[where].length < head)) return null;
  // "/tickets/1" and "/articles/2" are different pages, "/alpha/tickets/1" and "/beta/tickets/2" are not.
  const before = here[at - 1] ?? "";
  if (!/\d/.test(before) && others.some((other) => (other[where][at - 1] ?? "") !== before)) return null;
  const written = here.slice(0, head).map((segment, index) => {
    if (index === at) return group;
    const same = others.every((other) => other[where][index] === segment);
    return same ? literal(segment) : `:part${index}`;
  });
  const tails = [here, ...others.map((other) => other[where])].map((all) => all.slice(head).join("/"));
  const [tail = ""] = tails;
  if (tails.every((one) => one === tail)) return [...written, ...here.slice(head).map(literal)].join("/");
  return at === -1 ? null : `${written.join("/")}{/*}?`;
}

function parameters(here: Address, others: readonly Address[], id: string, group: string): string {
  const kept = here.search.filter(
    ([name, value]) =>
      name !== id &&
      PAGE_PARAMETER.test(value) &&
      /^[\w.[\]-]+$/.test(name) &&
      (others.length === 0 ||
        others.every(({ search }) => search.some(([n, v]) => n === name && v === value))),
  );
  return `?${[...kept.map(([name, value]) => `${name}=${literal(value)}`), `${id}=${group}`].join("&")}`;
}

/** A text that stands for itself in a pattern. @see https://urlpattern.spec.whatwg.org/#escape-a-pattern-string */
function literal(text: string): string {
  return text.replace(/[+*?{}():\\]/g, "\\$&");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
